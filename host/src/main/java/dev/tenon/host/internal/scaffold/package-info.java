/** New plugin projects: their names, and their files, which are templates among the resources. */
package dev.tenon.host.internal.scaffold;
