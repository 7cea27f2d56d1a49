/** Where the databases of modules are, and how the settings want them. */
package dev.tenon.database.internal.place;
