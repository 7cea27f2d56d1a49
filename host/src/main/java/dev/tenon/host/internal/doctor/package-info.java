/** What {@code tenon doctor} looks at: the machine, the installation and the settings. */
package dev.tenon.host.internal.doctor;
