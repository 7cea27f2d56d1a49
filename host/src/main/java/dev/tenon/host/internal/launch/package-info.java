/** A host inside a process: where it finds things, and how signals stop it. */
package dev.tenon.host.internal.launch;
