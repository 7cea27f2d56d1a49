/** The framework module, its part in plans, and what it makes for each module. */
package dev.tenon.crud.internal.module;
