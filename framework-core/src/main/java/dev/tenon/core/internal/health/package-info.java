/** Asking the health checks of the modules. */
package dev.tenon.core.internal.health;
