/**
 * The commands and their options. Picocli makes an object of every command before it knows which
 * one runs, so these classes are light: what loads the host, its container or Jackson stands in
 * method bodies and in other packages.
 */
package dev.tenon.host.internal.command;
