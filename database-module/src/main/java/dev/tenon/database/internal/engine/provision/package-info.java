/** What all engines on servers have in common when they make databases for modules. */
package dev.tenon.database.internal.engine.provision;
