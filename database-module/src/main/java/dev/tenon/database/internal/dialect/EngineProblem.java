package dev.tenon.database.internal.dialect;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.SchemaError;

/** What is said of a part of a schema that an engine cannot take, or takes differently. */
final class EngineProblem {

    private EngineProblem() {}

    static Problem cannot(Dialect dialect, String what, String cause, String remedy) {
        return Problem.error(
                SchemaError.ENGINE_CANNOT,
                dialect.name() + " cannot have the " + what + ".",
                cause,
                remedy);
    }

    static Problem differs(Dialect dialect, String what, String how, String remedy) {
        return Problem.warning(
                SchemaError.ENGINE_DIFFERS,
                dialect.name() + " has the " + what + " in another way.",
                how,
                remedy);
    }
}
