package dev.tenon.crud.internal.query.flaw;

/**
 * One thing that is wrong with a query.
 *
 * @param fact what is the case and where, as one sentence with its full stop
 * @param cause why it is so, as one sentence with its full stop; may be empty
 * @param remedy what to do about it, as one sentence with its full stop
 */
public record QueryFlaw(String fact, String cause, String remedy) {}
