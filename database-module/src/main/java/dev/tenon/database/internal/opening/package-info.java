/** Opens databases, and makes them what their modules need. */
package dev.tenon.database.internal.opening;
