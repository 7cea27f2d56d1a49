/**
 * The documents that commands print with {@code --json}. Their field names are stable: fields are
 * added, never renamed.
 */
package dev.tenon.host.internal.json;
