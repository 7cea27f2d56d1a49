package dev.tenon.database.internal.engine.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import dev.tenon.database.internal.creation.SchemaCreation;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.fixtures.MariaDbServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class MariaDbSnapshotsTest {

    @TempDir static Path secrets;

    private final MariaDbSnapshots snapshots = new MariaDbSnapshots();

    @BeforeAll
    static void requireServer() {
        ServerDatabase.requireMariaDb();
    }

    /** A migration that has come half-way, and more. */
    private static void wreck(HardMariaDb database) throws SQLException {
        database.run(
                "set foreign_key_checks = 0",
                "drop table `order`",
                "drop view a_view",
                "alter table person drop foreign key parent_fk, add column half int",
                "update person set name = 'other'",
                "drop trigger second_name",
                "drop procedure add_line",
                "create or replace function plus_one(n int) returns int deterministic return n + 2",
                "drop event cleaning",
                "drop sequence ticket",
                "truncate table kinds",
                "rename table team to teams",
                "create table new_table (id int primary key, p bigint unsigned, foreign key (p)"
                        + " references person(id))",
                "create view new_view as select * from new_table",
                "create procedure new_procedure() select 1");
    }

    @Test
    void everythingComesBackAsItWas() throws SQLException {
        var database = HardMariaDb.create(secrets);
        var before = database.state();
        assertThat(before).hasSizeGreaterThan(25);

        var snapshot = snapshots.take(database.settings(), "3", Progress.NONE);
        assertThat(database.state()).isEqualTo(before);
        wreck(database);
        assertThat(database.state()).isNotEqualTo(before);
        snapshots.restore(database.settings(), snapshot, Progress.NONE);

        assertThat(database.state()).isEqualTo(before);
        assertThat(snapshots.list(database.settings())).containsExactly(snapshot);
        assertThat(snapshots.unfinished(database.settings())).isEmpty();
        database.run("insert into person(name) values ('')", "call add_line(2)");
        assertThat(database.state().get("rows of `person`"))
                .isNotEqualTo(before.get("rows of `person`"));
    }

    @Test
    void aSnapshotIsRestoredMoreThanOnce() throws SQLException {
        var database = HardMariaDb.create(secrets);
        var before = database.state();
        var snapshot = snapshots.take(database.settings(), "3", Progress.NONE);
        for (int i = 0; i < 2; i++) {
            wreck(database);
            snapshots.restore(database.settings(), snapshot, Progress.NONE);
            assertThat(database.state()).isEqualTo(before);
        }
    }

    /** The server ends the connection, as it does when the process of the host is killed. */
    @Test
    void aRestoreThatIsCutOffAnywhereIsCompletedLater() throws SQLException {
        var database = HardMariaDb.create(secrets);
        var before = database.state();
        var snapshot = snapshots.take(database.settings(), "3", Progress.NONE);
        int cut = 0;
        for (int report = 1; ; report += 4) {
            wreck(database);
            try {
                snapshots.restore(database.settings(), snapshot, cutting(database, report));
            } catch (DatabaseException e) {
                cut++;
                assertThat(snapshots.unfinished(database.settings())).contains(snapshot);
                assertThat(snapshots.list(database.settings())).containsExactly(snapshot);
                snapshots.restore(database.settings(), snapshot, Progress.NONE);
            }
            assertThat(database.state()).isEqualTo(before);
            assertThat(snapshots.unfinished(database.settings())).isEmpty();
            if (cut <= report / 4) {
                break;
            }
        }
        assertThat(cut).isGreaterThan(3);
    }

    @Test
    void aSnapshotThatIsCutOffIsNoneAndTheNextOneRemovesIt() throws SQLException {
        var database = HardMariaDb.create(secrets);
        var before = database.state();
        for (int report : List.of(1, 5, 15)) {
            assertThatThrownBy(() ->
                            snapshots.take(database.settings(), "3", cutting(database, report)))
                    .isInstanceOf(DatabaseException.class);
            assertThat(snapshots.list(database.settings())).isEmpty();
        }
        var snapshot = snapshots.take(database.settings(), "4", Progress.NONE);
        assertThat(snapshots.list(database.settings())).containsExactly(snapshot);
        assertThat(database.state()).isEqualTo(before);
        assertThat(copies(database, snapshot)).isEqualTo(copies(database, null)).isPositive();
    }

    @Test
    void aSnapshotThatIsRemovedLeavesNothing() throws SQLException {
        var database = HardMariaDb.create(secrets);
        var first = snapshots.take(database.settings(), "3", Progress.NONE);
        var second = snapshots.take(database.settings(), "4", Progress.NONE);
        assertThat(snapshots.list(database.settings())).containsExactly(second, first);

        snapshots.remove(database.settings(), first);

        assertThat(snapshots.list(database.settings())).containsExactly(second);
        assertThat(copies(database, first)).isZero();
        assertThat(copies(database, second)).isPositive();
    }

    @Test
    void aViewThatCouldNotBeReadBeforeHindersNothing() throws SQLException {
        var database = HardMariaDb.create(secrets);
        database.run("drop function plus_one");
        var snapshot = snapshots.take(database.settings(), "3", Progress.NONE);
        var before = database.state();
        database.run("drop table kinds", "delete from `order`");

        snapshots.restore(database.settings(), snapshot, Progress.NONE);

        before.remove("VIEW `a_view`");
        before.remove("VIEW `view of views`");
        assertThat(database.state()).isEqualTo(before);
    }

    @Test
    void aTableWithAHistoryOfItsOwnIsRefused() throws SQLException {
        var database = HardMariaDb.empty(secrets);
        database.run("create table past (id int) with system versioning");
        assertThatThrownBy(() -> snapshots.take(database.settings(), "3", Progress.NONE))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        e -> assertThat(e.code()).isEqualTo(BackupError.NOT_COPYABLE))
                .hasMessageContaining("past");
    }

    /** As it is after a restore into an empty database that failed. */
    @Test
    void aDatabaseThatHoldsNothingButSnapshotsIsTakenForAnEmptyOne() throws SQLException {
        var database = HardMariaDb.empty(secrets);
        snapshots.take(database.settings(), "", Progress.NONE);
        var schema =
                Schema.of(
                        Table.named("note")
                                .columns(Column.of("id", ColumnType.Plain.INTEGER))
                                .primaryKey("id"));
        var creation =
                new SchemaCreation(
                        new SchemaOwner("sample.notes", "1", "notes", Set.of()),
                        new MariaDbDialect(),
                        schema);
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            assertThat(creation.run(connection)).isEqualTo(SchemaCreation.Outcome.CREATED);
        }
    }

    @Test
    void aDatabaseWithoutSnapshotsHasNone() {
        var database = HardMariaDb.empty(secrets);
        assertThat(snapshots.list(database.settings())).isEmpty();
        assertThat(snapshots.unfinished(database.settings())).isEmpty();
    }

    private static long copies(HardMariaDb database, Snapshot snapshot) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from information_schema.tables where table_schema ="
                                        + " database() and table_name like 'tenon\\_before\\_"
                                        + (snapshot == null ? "" : snapshot.name())
                                        + "%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Ends the connections of the database's user at a report. */
    private static Progress cutting(HardMariaDb database, int report) {
        var left = new int[] {report};
        return (_, _, _) -> {
            left[0]--;
            if (left[0] == 0) {
                try (var connection = MariaDbServer.newDatabase();
                        var statement = connection.createStatement()) {
                    statement.execute(
                            "kill user '" + database.settings().option("user").orElseThrow() + "'");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }
}
