/** Settings: values from files, the environment, system properties and the command line. */
package dev.tenon.core.settings;
