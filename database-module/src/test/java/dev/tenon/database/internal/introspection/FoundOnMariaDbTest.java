package dev.tenon.database.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.LiveDatabase;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write by hand, and migrations of other tools leave. */
class FoundOnMariaDbTest {

    private static final String UTF8 = " character set utf8mb4 collate utf8mb4_bin";

    @TempDir Path folder;

    @Test
    void columnsHaveWhatTheModelCanSayOfThem() throws SQLException {
        var found =
                read(
                        """
                        create table t (
                            id int auto_increment primary key, big bigint unsigned not null,
                            short text, state enum('a', 'b') default 'a', doc json,
                            made datetime default current_timestamp on update current_timestamp,
                            label varchar(9) default 'it''s \\\\ ' check (label <> ''),
                            at datetime(6) default utc_timestamp(6), flag bool default true
                        )\
                        """
                                + UTF8);

        var t = table(found, "t");
        assertThat(t.column("id")).contains(Column.of("id", Plain.INTEGER).generated());
        assertThat(t.column("big").orElseThrow().type())
                .isEqualTo(new Native("bigint(20) unsigned"));
        assertThat(t.column("short").orElseThrow().type()).isEqualTo(new Native("text"));
        assertThat(t.column("state").orElseThrow().type()).isEqualTo(new Native("enum('a','b')"));
        assertThat(t.column("state").orElseThrow().defaultValue()).contains(new Default.Text("a"));
        assertThat(t.column("doc")).contains(Column.of("doc", Plain.JSON).nullable());
        assertThat(t.column("made").orElseThrow().defaultValue())
                .contains(new Default.Expression("current_timestamp()"));
        assertThat(t.column("label").orElseThrow().defaultValue())
                .contains(new Default.Text("it's \\ "));
        assertThat(t.column("at").orElseThrow().defaultValue()).contains(new Default.Now());
        assertThat(t.column("flag"))
                .contains(Column.of("flag", Plain.BOOLEAN).nullable().withDefault(true));
        assertThat(t.checks()).extracting(c -> c.condition()).containsExactly("`label` <> ''");
        assertThat(found.unmodelled())
                .extracting(u -> u.kind() + " " + u.table() + " " + u.name())
                .containsExactly("COLUMN_OPTION t made");
    }

    @Test
    void whatASchemaCannotSayIsKept() throws SQLException {
        var found =
                read(
                        "create table parent (id int primary key, index plain (id))" + UTF8,
                        """
                        create table t (
                            id int primary key, a varchar(20) collate utf8mb4_general_ci,
                            b varchar(20), c int generated always as (id + 1) stored, d int, e int,
                            key start (b(3)), fulltext key words (b), unique key b_key (b),
                            unique key turned (b, d desc), key d (d),
                            foreign key (d) references parent (id), foreign key (e) references
                            parent (id)
                        )\
                        """
                                + UTF8,
                        "create table latin (id int) engine = MyISAM character set latin1",
                        "create table parted (id int) partition by hash (id) partitions 2",
                        "create view everything as select id from t",
                        "create trigger fill before insert on t for each row set new.b = 'x'",
                        "create sequence lonely",
                        "create procedure nothing() select 1",
                        "create event never on schedule every 1 year disable do select 1",
                        "create table tenon_schema (id int)");

        assertThat(found.schema().tables())
                .extracting(Table::name)
                .containsExactly("latin", "parent", "t");
        var t = table(found, "t");
        assertThat(t.uniqueKeys()).containsExactly(new UniqueKey("b_key", List.of("b")));
        assertThat(t.indexes())
                .containsExactly(Index.on("b").thenDescending("d").unique().named("turned"));
        assertThat(found.unmodelled())
                .extracting(u -> u.kind() + " " + u.table() + " " + u.name())
                .containsExactlyInAnyOrder(
                        "TABLE_OPTION latin ENGINE",
                        "TABLE_OPTION latin COLLATE",
                        "TABLE  parted",
                        "COLLATION t a",
                        "GENERATED_COLUMN t c",
                        "INDEX t start",
                        "INDEX t words",
                        "VIEW  everything",
                        "TRIGGER t fill",
                        "SEQUENCE  lonely",
                        "ROUTINE  nothing",
                        "EVENT  never");
        assertThat(found.unmodelled()).noneMatch(u -> u.sql().isEmpty());
    }

    private LiveSchema read(String... statements) throws SQLException {
        try (var database = new LiveDatabase(RealEngine.MARIADB, folder)) {
            database.run(statements);
            return database.read();
        }
    }

    private static Table table(LiveSchema found, String name) {
        return found.schema().table(name).orElseThrow();
    }
}
