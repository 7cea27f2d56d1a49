/** The databases of modules while none of the modules runs in this process. */
package dev.tenon.database.internal.rest;
