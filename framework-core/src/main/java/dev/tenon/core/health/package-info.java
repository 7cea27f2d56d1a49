/** Health: what modules say about themselves, and what it amounts to for the host. */
package dev.tenon.core.health;
