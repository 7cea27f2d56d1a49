/** The execution of a plan: layers, steps with time limits, phases, and the stop. */
package dev.tenon.core.internal.run;
