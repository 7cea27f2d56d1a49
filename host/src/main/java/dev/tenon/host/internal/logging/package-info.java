/** What the process does with log lines. */
package dev.tenon.host.internal.logging;
