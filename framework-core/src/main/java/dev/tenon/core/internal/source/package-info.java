/** Where settings come from: files, the environment, system properties; over SmallRye Config. */
package dev.tenon.core.internal.source;
