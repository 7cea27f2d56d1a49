/** Files and folders that their owner alone may use. */
package dev.tenon.database.internal.file;
