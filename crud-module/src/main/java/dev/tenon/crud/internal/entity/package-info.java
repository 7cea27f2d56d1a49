/**
 * Entities between their classes and their rows: how objects are read, inserted, updated, saved and
 * deleted. What is known of a class is found out once; a call builds no text and looks nothing up.
 */
package dev.tenon.crud.internal.entity;
