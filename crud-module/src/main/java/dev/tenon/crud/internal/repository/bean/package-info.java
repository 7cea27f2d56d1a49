/** Repositories as beans of their module. */
package dev.tenon.crud.internal.repository.bean;
