/** What commands have done, before it is printed in one form or another. */
package dev.tenon.host.internal.outcome;
