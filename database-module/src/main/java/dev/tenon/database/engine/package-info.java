/**
 * What an engine implements: what it can do and how it says it, how one kind of database is opened,
 * and how it runs transactions.
 */
package dev.tenon.database.engine;
