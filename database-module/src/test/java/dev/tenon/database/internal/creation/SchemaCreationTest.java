package dev.tenon.database.internal.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.fixture.LiveTables;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.fixture.RealEngine.Connections;
import dev.tenon.database.internal.creation.SchemaCreation.Outcome;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaCreationTest {

    private static final SchemaOwner OWNER = new SchemaOwner("sample.notes", "1.2", "notes");

    private static final Table PERSON =
            Table.named("person")
                    .columns(Column.of("id", Plain.BIGINT).generated())
                    .primaryKey("id");
    private static final Table NOTE =
            Table.named("note")
                    .columns(
                            Column.of("id", Plain.BIGINT).generated(),
                            Column.of("author_id", Plain.BIGINT),
                            Column.of("title", ColumnType.varchar(50)))
                    .primaryKey("id")
                    .foreignKey(ForeignKey.from("author_id").to("person"));
    private static final Schema SCHEMA = Schema.of(NOTE, PERSON);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void anEmptyDatabaseGetsItsTablesOnceAndIsKnownAgain(RealEngine engine) throws SQLException {
        var database = engine.newDatabase(folder);
        var creation = creation(engine, SCHEMA);

        assertThat(isDone(creation, database)).isFalse();
        assertThat(run(engine, creation, database)).isEqualTo(Outcome.CREATED);

        assertThat(isDone(creation, database)).isTrue();
        assertThat(run(engine, creation, database)).isEqualTo(Outcome.FOUND);
        assertThat(isDone(creation(engine, Schema.of(PERSON, NOTE)), database)).isTrue();
        assertThat(tables(database)).containsExactly("note", "person", "tenon_schema");
    }

    @ParameterizedTest
    @EnumSource
    void theRowsOfAModuleStay(RealEngine engine) throws SQLException {
        var database = engine.newDatabase(folder);
        run(engine, creation(engine, Schema.of(PERSON)), database);
        execute(database, "insert into person (id) values (7)");

        run(engine, creation(engine, Schema.of(PERSON)), database);

        assertThat(count(database, "person")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfAnotherModelIsRefusedWithTheDifference(RealEngine engine) throws SQLException {
        var database = engine.newDatabase(folder);
        run(engine, creation(engine, SCHEMA), database);
        var other =
                creation(
                        engine,
                        Schema.of(PERSON.columns(Column.of("born", Plain.DATE).nullable())));

        assertThat(isDone(other, database)).isFalse();
        var thrown = refused(engine, other, database);

        assertThat(thrown.code()).isEqualTo(SchemaError.MODEL_DIFFERS);
        assertThat(thrown.problem().fact())
                .isEqualTo(
                        "What the module declares is not what the database 'notes' of the module"
                                + " sample.notes was created from by version 1.2.");
        assertThat(thrown.problem().cause())
                .isEqualTo(
                        "What would have to change: drop the table 'note'; add the column 'born' of"
                                + " the table 'person': DATE."
                                + " What would be lost: the table 'note' with its rows.");
        assertThat(tables(database)).containsExactly("note", "person", "tenon_schema");
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfAnotherModuleIsRefusedThoughItsModelIsTheSame(RealEngine engine)
            throws SQLException {
        var database = engine.newDatabase(folder);
        run(engine, creation(engine, SCHEMA), database);
        var other = creation(engine, SCHEMA, new SchemaOwner("sample.other", "1.0", "notes"));

        assertThat(isDone(other, database)).isFalse();
        var thrown = refused(engine, other, database);

        assertThat(thrown.code()).isEqualTo(SchemaError.OWNED_BY_ANOTHER);
        assertThat(thrown.problem().fact())
                .isEqualTo("The module sample.other cannot have the database 'notes'.");
        assertThat(thrown.problem().cause())
                .isEqualTo(
                        "It was created for the module sample.notes 1.2, and sample.other does not"
                                + " say that this was its name.");
        assertThat(thrown.problem().remedy()).contains("formerModules", "another name", "url");
        assertThat(isDone(creation(engine, SCHEMA), database)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatSaysItsFormerNameTakesTheDatabaseOverAndTheFormerOneCanComeBack(
            RealEngine engine) throws SQLException {
        var database = engine.newDatabase(folder);
        run(engine, creation(engine, SCHEMA), database);
        var renamed =
                creation(
                        engine,
                        SCHEMA,
                        new SchemaOwner("sample.memos", "2.0", "notes", Set.of("sample.notes")));

        assertThat(isDone(renamed, database)).isTrue();
        assertThat(run(engine, renamed, database)).isEqualTo(Outcome.FOUND);

        assertThat(isDone(creation(engine, SCHEMA), database)).isTrue();
    }

    /** As it was before the module was recorded. */
    @ParameterizedTest
    @EnumSource
    void aDatabaseThatDoesNotSayItsModuleIsThatOfTheFirstThatComes(RealEngine engine)
            throws SQLException {
        var database = engine.newDatabase(folder);
        run(engine, creation(engine, SCHEMA), database);
        execute(database, "alter table tenon_schema drop column module");
        var creation = creation(engine, SCHEMA);

        assertThat(isDone(creation, database)).isFalse();
        assertThat(run(engine, creation, database)).isEqualTo(Outcome.FOUND);

        assertThat(isDone(creation, database)).isTrue();
        var other = creation(engine, SCHEMA, new SchemaOwner("sample.other", "", "notes"));
        assertThat(refused(engine, other, database).code()).isEqualTo(SchemaError.OWNED_BY_ANOTHER);
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWhoseTablesTheModuleMakesItselfIsItsOwnAsWell(RealEngine engine)
            throws SQLException {
        var database = engine.newDatabase(folder);
        execute(database, "create table made_before (id integer)");
        var claim = new DatabaseClaim(OWNER, engine.dialect());

        assertThat(isDone(claim, database)).isFalse();
        claim(engine, claim, database);
        claim(engine, claim, database);

        assertThat(isDone(claim, database)).isTrue();
        var other =
                new DatabaseClaim(
                        new SchemaOwner("sample.other", "1.0", "notes"), engine.dialect());
        assertThatThrownBy(() -> claim(engine, other, database))
                .isInstanceOfSatisfying(
                        InvalidSchemaException.class,
                        e -> assertThat(e.code()).isEqualTo(SchemaError.OWNED_BY_ANOTHER));
        assertThat(refused(engine, creation(engine, SCHEMA), database).code())
                .isEqualTo(SchemaError.DATABASE_NOT_EMPTY);
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatDeclaresItsTablesLaterGetsThem(RealEngine engine) throws SQLException {
        var database = engine.newDatabase(folder);
        claim(engine, new DatabaseClaim(OWNER, engine.dialect()), database);
        var creation = creation(engine, SCHEMA);

        assertThat(isDone(creation, database)).isFalse();
        assertThat(run(engine, creation, database)).isEqualTo(Outcome.CREATED);

        assertThat(isDone(creation, database)).isTrue();
        assertThat(tables(database)).containsExactly("note", "person", "tenon_schema");
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithTheTablesOfSomebodyElseIsRefusedAndLeftAlone(RealEngine engine)
            throws SQLException {
        var database = engine.newDatabase(folder);
        execute(database, "create table person (id integer)");

        var thrown = refused(engine, creation(engine, SCHEMA), database);

        assertThat(thrown.code()).isEqualTo(SchemaError.DATABASE_NOT_EMPTY);
        assertThat(thrown.problem().cause())
                .isEqualTo("It holds what Tenon did not create: person.");
        assertThat(tables(database)).containsExactly("person");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void nothingRemainsOfACreationThatFails(RealEngine engine) throws SQLException {
        var database = engine.newDatabase(folder);

        var thrown = refused(engine, creation(engine, failing()), database);

        assertThat(thrown.code()).isEqualTo(SchemaError.CREATION_FAILED);
        assertThat(thrown.problem().cause()).contains("no_such_column", "CREATE TABLE \"wrong\"");
        assertThat(tables(database)).isEmpty();
        assertThat(run(engine, creation(engine, SCHEMA), database)).isEqualTo(Outcome.CREATED);
    }

    /** MariaDB ends the transaction with each statement that creates something. */
    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void whatRemainsOfACreationThatFailsIsTold(RealEngine engine) throws SQLException {
        var database = engine.newDatabase(folder);

        var thrown = refused(engine, creation(engine, failing()), database);
        var again = refused(engine, creation(engine, SCHEMA), database);

        assertThat(thrown.code()).isEqualTo(SchemaError.CREATION_FAILED);
        assertThat(thrown.problem().cause())
                .contains("no_such_column")
                .endsWith("which has to be dropped: person, tenon_schema.");
        assertThat(again.code()).isEqualTo(SchemaError.CREATION_UNFINISHED);
        assertThat(again.problem().cause()).endsWith("It has left: person, tenon_schema.");
        execute(database, "drop table person", "drop table tenon_schema");
        assertThat(run(engine, creation(engine, SCHEMA), database)).isEqualTo(Outcome.CREATED);
    }

    /** A check over a column that is not there passes the schema, whose SQL is the engine's. */
    private static Schema failing() {
        return Schema.of(
                PERSON,
                Table.named("wrong")
                        .columns(Column.of("id", Plain.BIGINT))
                        .foreignKey(ForeignKey.from("id").to("person"))
                        .check("no_such_column > 0"));
    }

    private static SchemaCreation creation(RealEngine engine, Schema schema) {
        return creation(engine, schema, OWNER);
    }

    private static SchemaCreation creation(RealEngine engine, Schema schema, SchemaOwner owner) {
        return new SchemaCreation(owner, engine.dialect(), schema);
    }

    private static boolean isDone(DatabaseClaim claim, Connections database) throws SQLException {
        try (var connection = database.open()) {
            return claim.isDone(connection);
        }
    }

    private static void claim(RealEngine engine, DatabaseClaim claim, Connections database)
            throws SQLException {
        try (var connection = database.open()) {
            engine.begin(connection);
            boolean done = false;
            try {
                claim.run(connection);
                done = true;
            } finally {
                engine.end(connection, done);
            }
        }
    }

    private static boolean isDone(SchemaCreation creation, Connections database)
            throws SQLException {
        try (var connection = database.open()) {
            return creation.isDone(connection);
        }
    }

    private static Outcome run(RealEngine engine, SchemaCreation creation, Connections database)
            throws SQLException {
        try (var connection = database.open()) {
            return run(engine, creation, connection);
        }
    }

    private static Outcome run(RealEngine engine, SchemaCreation creation, Connection connection)
            throws SQLException {
        engine.begin(connection);
        boolean done = false;
        try {
            var outcome = creation.run(connection);
            done = true;
            return outcome;
        } finally {
            engine.end(connection, done);
        }
    }

    private static InvalidSchemaException refused(
            RealEngine engine, SchemaCreation creation, Connections database) {
        return catchThrowableOfType(
                InvalidSchemaException.class, () -> run(engine, creation, database));
    }

    private static void execute(Connections database, String... statements) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long count(Connections database, String table) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Iterable<String> tables(Connections database) throws SQLException {
        try (var connection = database.open()) {
            return new LiveTables(connection).names();
        }
    }
}
