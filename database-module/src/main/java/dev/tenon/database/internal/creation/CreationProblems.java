package dev.tenon.database.internal.creation;

import static java.util.stream.Collectors.joining;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.internal.difference.SchemaDifference;
import java.sql.SQLException;
import java.util.List;

/**
 * What can be wrong with the creation of a database, in words.
 *
 * @param owner whose database it is
 * @param dialect that of its engine
 * @param model what was to be created
 */
record CreationProblems(SchemaOwner owner, Dialect dialect, SchemaModel model) {

    private static final int SHOWN = 5;

    InvalidSchemaException notEmpty(List<String> tables) {
        return exception(
                SchemaError.DATABASE_NOT_EMPTY,
                "The tables of " + owner + " cannot be created.",
                "It holds what Tenon did not create: " + shown(tables, ", ") + ".");
    }

    InvalidSchemaException ofAnother(SchemaRecord.Row found) {
        var version = found.version().isEmpty() ? "" : " " + found.version();
        return exception(
                SchemaError.OWNED_BY_ANOTHER,
                "The module "
                        + owner.module()
                        + " cannot have the database '"
                        + owner.database()
                        + "'.",
                "It was created for the module "
                        + found.module().orElseThrow()
                        + version
                        + ", and "
                        + owner.module()
                        + " does not say that this was its name.");
    }

    InvalidSchemaException differs(SchemaRecord.Row found, SchemaDifference difference) {
        var version = found.version().isEmpty() ? "" : " by version " + found.version();
        if (found.isMigrated()) {
            return new InvalidSchemaException(
                    List.of(
                            Problem.error(
                                    SchemaError.MODEL_DIFFERS,
                                    "The tables of " + owner + " are not made from the model.",
                                    "Migrations have made them"
                                            + version
                                            + ", which this module does not have.",
                                    "Install a version of the module that has them, or give this"
                                            + " one a new database.")));
        }
        return exception(
                SchemaError.MODEL_DIFFERS,
                "What the module declares is not what "
                        + owner
                        + " was created from"
                        + version
                        + ".",
                difference.isEmpty()
                        ? list("The database lacks: ", model.without(found.model()))
                                + list("It has besides: ", found.model().without(model))
                        : list("What would have to change: ", difference.descriptions())
                                + list("What would be lost: ", difference.losses()));
    }

    InvalidSchemaException unfinished(List<String> tables) {
        return exception(
                SchemaError.CREATION_UNFINISHED,
                "The tables of " + owner + " are not whole.",
                "Their creation has ended in the middle, and "
                        + dialect.name()
                        + " cannot take it back. It has left: "
                        + shown(tables, ", ")
                        + ".");
    }

    InvalidSchemaException failed(String statement, List<String> remaining, SQLException e) {
        var problem =
                problem(
                        SchemaError.CREATION_FAILED,
                        "The tables of " + owner + " cannot be created.",
                        Problem.describe(e)
                                + (statement.isEmpty()
                                        ? ""
                                        : " The statement was: " + statement + ";")
                                + (remaining.isEmpty()
                                        ? ""
                                        : " "
                                                + dialect.name()
                                                + " cannot take back what was created before,"
                                                + " which has to be dropped: "
                                                + shown(remaining, ", ")
                                                + "."));
        return new InvalidSchemaException(List.of(problem.from(e)));
    }

    InvalidSchemaException notUpdated(String statement, boolean isTakenBack, SQLException e) {
        var problem =
                problem(
                        SchemaError.CREATION_FAILED,
                        "What the model has more cannot be added to " + owner + ".",
                        Problem.describe(e)
                                + " The statement was: "
                                + statement
                                + "; "
                                + (isTakenBack
                                        ? "What was added before it is taken back."
                                        : dialect.name()
                                                + " does not take back what was added before it."));
        return new InvalidSchemaException(List.of(problem.from(e)));
    }

    private static String list(String what, List<String> lines) {
        return lines.isEmpty() ? "" : " " + what + shown(lines, "; ") + ".";
    }

    private static String shown(List<String> all, String separator) {
        return all.stream().limit(SHOWN).collect(joining(separator))
                + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "");
    }

    private InvalidSchemaException exception(SchemaError error, String fact, String cause) {
        return new InvalidSchemaException(List.of(problem(error, fact, cause.strip())));
    }

    private Problem problem(SchemaError error, String fact, String cause) {
        // Commands are to be copied.
        return Problem.error(error, fact, cause, error.remedy().replace("NAME", owner.module()));
    }
}
