/** Services: objects that one module offers and others use, found by a typed key. */
package dev.tenon.core.service;
