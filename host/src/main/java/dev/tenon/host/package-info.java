/** Where the Java process begins. */
package dev.tenon.host;
