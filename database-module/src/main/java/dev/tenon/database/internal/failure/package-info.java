/** Makes exceptions, and finds the places they are about. */
package dev.tenon.database.internal.failure;
