/** The settings of the CRUD module. */
package dev.tenon.crud.internal.setting;
