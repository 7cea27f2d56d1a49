/** Interrupts statements whose time is up. */
package dev.tenon.database.internal.engine.watch;
