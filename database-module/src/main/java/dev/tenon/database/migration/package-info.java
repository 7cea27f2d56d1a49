/** What a module writes to change its database by code of its own. */
package dev.tenon.database.migration;
