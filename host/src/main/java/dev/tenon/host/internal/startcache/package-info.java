/**
 * The start caches of an installation: AOT caches of the JVM, made where the installation lies. The
 * launcher looks for them by the same rules before there is a JVM.
 */
package dev.tenon.host.internal.startcache;
