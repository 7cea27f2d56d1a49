package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.SchemaError;
import java.util.List;
import java.util.stream.Stream;

/** Tells what an engine cannot do of what a module declares. */
public final class EngineFit {

    private EngineFit() {}

    /** Returns what is wrong, and as warnings what is different on that engine. */
    public static List<Problem> problems(Declaration declaration, Dialect dialect) {
        return Stream.concat(
                        declaration.capabilities().stream()
                                .sorted()
                                .filter(c -> !dialect.capabilities().contains(c))
                                .map(c -> missing(declaration, dialect, c)),
                        declaration.schema().stream()
                                .flatMap(schema -> dialect.check(schema).stream()))
                .toList();
    }

    private static Problem missing(
            Declaration declaration, Dialect dialect, Capability capability) {
        return Problem.error(
                SchemaError.CAPABILITY_MISSING,
                "The module %s cannot have its database '%s' on %s."
                        .formatted(
                                declaration.module(), declaration.shownDatabase(), dialect.name()),
                "It requires %s, which the engine lacks: %s."
                        .formatted(capability, capability.meaning()),
                "Move the database by the setting tenon.database.%s.url to an engine that has it,"
                                .formatted(declaration.shownDatabase())
                        + " see docs/engines.md.");
    }
}
