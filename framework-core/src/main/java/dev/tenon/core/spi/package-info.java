/** What framework modules implement to take part in the containers of other modules. */
package dev.tenon.core.spi;
