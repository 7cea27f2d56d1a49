/** What commands print: text, tables, colours and JSON. */
package dev.tenon.host.internal.output;
