/** The plan of a start: finding modules, reading their descriptors, resolving and ordering them. */
package dev.tenon.core.internal.plan;
