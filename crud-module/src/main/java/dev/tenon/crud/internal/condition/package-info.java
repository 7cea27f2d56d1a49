/** The conditions of tables that can be evaluated without the database. */
package dev.tenon.crud.internal.condition;
