/** The service registry. */
package dev.tenon.core.internal.service;
