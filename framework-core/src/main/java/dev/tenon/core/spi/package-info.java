/** What framework modules implement to take part in the plans and containers of other modules. */
package dev.tenon.core.spi;
