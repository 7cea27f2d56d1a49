/** What modules declare of their databases, read from class files while a start is planned. */
package dev.tenon.database.internal.declare;
