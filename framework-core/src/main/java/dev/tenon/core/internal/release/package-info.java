/** What a stopped plugin leaves behind in the JDK: taken back where that is safe, else named. */
package dev.tenon.core.internal.release;
