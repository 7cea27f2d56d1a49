/**
 * Repositories before their module runs: what each method does, found out from class files alone,
 * or what is wrong with it.
 */
package dev.tenon.crud.internal.repository.plan;
