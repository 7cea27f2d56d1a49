/** What is seen of a host from outside: log lines, Flight Recorder events, listeners. */
package dev.tenon.core.internal.observe;
