/** What can go wrong with tables by name: a sealed tree of exceptions, and their codes. */
package dev.tenon.crud.error;
