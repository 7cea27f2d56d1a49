/** Creates the tables of a module's database from its declared model, and knows them again. */
package dev.tenon.database.internal.creation;
