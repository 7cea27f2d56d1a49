/** The content of module files: read without loading classes, and copied to a private place. */
package dev.tenon.core.internal.content;
