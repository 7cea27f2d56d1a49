package dev.tenon.database.internal.generation;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.generation.mariadb.MariaDbWriting;
import dev.tenon.database.internal.generation.postgres.PostgresWriting;
import dev.tenon.database.internal.generation.sqlite.SqliteTexts;
import dev.tenon.database.internal.generation.sqlite.SqliteWriting;
import dev.tenon.database.internal.generation.writing.Fills;
import dev.tenon.database.internal.generation.writing.Goal;
import dev.tenon.database.internal.generation.writing.Renames;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.Writing;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Says what adds to a database what a model has more than it, without a copy and without proof. */
public final class Additions {

    private Additions() {}

    /**
     * Returns the statements in their order, without semicolons at their ends: those that give
     * tables and columns their new names, if some have one, in which case it has to be called
     * again; else all others. On SQLite foreign keys have to be off meanwhile. Nothing for an
     * engine on which Tenon changes no tables.
     *
     * @param connection to the database
     * @param live what it holds
     * @param difference what it lacks, which loses nothing and asks for nothing
     * @param model what it is to become
     * @throws SQLException if the database cannot be asked
     */
    public static Optional<List<String>> statements(
            Dialect dialect,
            Connection connection,
            LiveSchema live,
            SchemaDifference difference,
            Schema model)
            throws SQLException {
        var writing = writing(dialect, connection);
        if (writing.isEmpty()) {
            return Optional.empty();
        }
        var renames = Renames.of(difference, dialect);
        if (!renames.isEmpty()) {
            return Optional.of(renames);
        }
        var stage =
                new Stage(
                        connection,
                        live,
                        difference,
                        Goal.of(model),
                        Fills.given(List.of(), difference));
        return Optional.of(writing.get().change(stage).statements());
    }

    private static Optional<Writing> writing(Dialect dialect, Connection connection)
            throws SQLException {
        return switch (dialect) {
            case SqliteDialect sqlite ->
                    Optional.of(new SqliteWriting(sqlite, SqliteTexts.read(connection, sqlite)));
            case PostgresDialect postgres ->
                    Optional.of(new PostgresWriting(postgres, Long.MAX_VALUE));
            case MariaDbDialect mariaDb -> Optional.of(new MariaDbWriting(mariaDb));
            default -> Optional.empty();
        };
    }
}
