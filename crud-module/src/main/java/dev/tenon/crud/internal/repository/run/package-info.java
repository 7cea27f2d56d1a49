/**
 * Repositories that run. What a method does is found out once, when the module starts: a call works
 * on a session and hands over what it finds.
 */
package dev.tenon.crud.internal.repository.run;
