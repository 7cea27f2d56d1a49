/** Settings over SmallRye Config, and those that the host reads for itself. */
package dev.tenon.core.internal.settings;
