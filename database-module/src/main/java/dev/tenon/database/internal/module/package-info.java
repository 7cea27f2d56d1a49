/** The framework module: takes part in the plan, and has the databases of one host. */
package dev.tenon.database.internal.module;
