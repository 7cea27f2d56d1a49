/** What a module author meets: the module, its context, its states, and the plan of a start. */
package dev.tenon.core;
