/**
 * What commands have in common: their options, what a host is made from by them, how they end.
 * Picocli makes these objects before it knows which command runs, so they load nothing big.
 */
package dev.tenon.host.internal.option;
