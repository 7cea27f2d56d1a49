/** What is written down of schemas and modules, in the framework's own database. */
package dev.tenon.database.internal.record;
