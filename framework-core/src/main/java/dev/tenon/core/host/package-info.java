/** The host as a library: what an application that embeds Tenon uses. */
package dev.tenon.core.host;
