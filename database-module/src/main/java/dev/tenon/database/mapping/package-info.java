/** How the entities of a module stand in the tables of its database, for framework modules. */
package dev.tenon.database.mapping;
