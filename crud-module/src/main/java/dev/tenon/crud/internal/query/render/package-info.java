/** Makes SQL of checked queries, with the places of the arguments that calls give. */
package dev.tenon.crud.internal.query.render;
