package dev.tenon.database.internal.session;

import dev.tenon.database.internal.failure.Failures;
import java.util.function.UnaryOperator;

/** What the sessions of one database have in common. */
record SessionBasis(SqlTexts texts, Rows rows, Failures failures, UnaryOperator<String> quote) {}
