/**
 * Repositories as their class files declare them: methods with their types, parameters and
 * annotations. No class of a module is loaded to read them, and nothing is judged here.
 */
package dev.tenon.crud.internal.repository.declare;
