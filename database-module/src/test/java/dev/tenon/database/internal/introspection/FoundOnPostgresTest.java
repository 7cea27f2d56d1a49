package dev.tenon.database.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.LiveDatabase;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.LiveSchema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write by hand, and migrations of other tools leave. */
class FoundOnPostgresTest {

    @TempDir Path folder;

    @Test
    void columnsHaveWhatTheModelCanSayOfThem() throws SQLException {
        var found =
                read(
                        """
                        create table t (
                            id serial primary key, always bigint generated always as identity,
                            tags integer[] not null default '{}', code char(5),
                            price numeric(8,2) default -1.50, label varchar(9) default 'it''s',
                            born date default current_date, small int2 default 3,
                            flag boolean default false,
                            made timestamptz default clock_timestamp(), at timestamp(3))\
                        """);

        var t = found.schema().table("t").orElseThrow();
        assertThat(t.column("id")).contains(Column.of("id", Plain.INTEGER).generated());
        assertThat(t.column("always")).contains(Column.of("always", Plain.BIGINT).generated());
        assertThat(t.column("tags").orElseThrow().type()).isEqualTo(new Native("integer[]"));
        assertThat(t.column("code").orElseThrow().type()).isEqualTo(new Native("character(5)"));
        assertThat(t.column("at").orElseThrow().type())
                .isEqualTo(new Native("timestamp(3) without time zone"));
        assertThat(value(t, "price").toString()).contains("-1.5");
        assertThat(value(t, "label")).contains(new Default.Text("it's"));
        assertThat(value(t, "born")).contains(new Default.Expression("CURRENT_DATE"));
        assertThat(value(t, "flag")).contains(new Default.Truth(false));
        assertThat(value(t, "made")).contains(new Default.Now());
        assertThat(found.unmodelled())
                .contains(
                        new Unmodelled(
                                Kind.COLUMN_OPTION, "t", "always", "GENERATED ALWAYS AS IDENTITY"),
                        new Unmodelled(
                                Kind.COLUMN_OPTION,
                                "t",
                                "id",
                                "DEFAULT nextval('t_id_seq'::regclass)"));
    }

    private static Optional<Default> value(Table table, String column) {
        return table.column(column).orElseThrow().defaultValue();
    }

    @Test
    void whatASchemaCannotSayIsKept() throws SQLException {
        var found =
                read(
                        """
                        create table t (
                            id bigint primary key deferrable, a text collate "C", b text,
                            c text generated always as (a || b) stored, d int, e int4range,
                            constraint excluded exclude using gist (e with &&),
                            constraint u unique nulls not distinct (d),
                            constraint own foreign key (d) references t (d)
                                match full deferrable)\
                        """,
                        "alter table t add constraint later check (d > 1) not valid",
                        "create table parted (day date) partition by range (day)",
                        "create table part partition of parted for values from ('2026-01-01') to"
                                + " ('2027-01-01')",
                        "create unlogged table quick (id int)",
                        "create index by_lower on t (lower(b))",
                        "create index with_more on t (d) include (a)",
                        "create index last_nulls on t (d desc nulls last)",
                        "create index hashed on t using hash (b)",
                        "create view everything as select id from t",
                        "create materialized view kept as select id from t",
                        "create sequence lonely",
                        "create type mood as enum ('good', 'bad')",
                        "create domain positive as int check (value > 0)",
                        "create function one() returns trigger language plpgsql as"
                                + " 'begin return new; end'",
                        "create trigger fill before insert on t for each row execute function"
                                + " one()",
                        "alter table t enable row level security",
                        "create policy mine on t using (d = 1)",
                        "create rule silent as on delete to quick do instead nothing",
                        "create schema elsewhere",
                        "create table elsewhere.other (id int primary key)",
                        "create table far (id int references elsewhere.other)");

        assertThat(found.schema().tables())
                .extracting(Table::name)
                .containsExactly("far", "quick", "t");
        assertThat(found.schema().table("t").orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("id", "a", "b", "d", "e");
        assertThat(found.schema().table("t").orElseThrow().checks())
                .containsExactly(new Check("later", "(d > 1)"));
        assertThat(found.schema().table("t").orElseThrow().indexes()).isEmpty();
        assertThat(found.unmodelled())
                .extracting(u -> u.kind() + " " + u.table() + " " + u.name())
                .containsExactlyInAnyOrder(
                        "TABLE  part",
                        "TABLE  parted",
                        "TABLE_OPTION quick UNLOGGED",
                        "TABLE_OPTION t ROW LEVEL SECURITY",
                        "CONSTRAINT t t_pkey",
                        "CONSTRAINT t excluded",
                        "CONSTRAINT t u",
                        "CONSTRAINT t own",
                        "CONSTRAINT t later",
                        "CONSTRAINT far far_id_fkey",
                        "COLLATION t a",
                        "GENERATED_COLUMN t c",
                        "INDEX t by_lower",
                        "INDEX t with_more",
                        "INDEX t last_nulls",
                        "INDEX t hashed",
                        "VIEW  everything",
                        "MATERIALIZED_VIEW  kept",
                        "SEQUENCE  lonely",
                        "TYPE  mood",
                        "TYPE  positive",
                        "ROUTINE  one",
                        "TRIGGER t fill",
                        "POLICY t mine",
                        "RULE quick silent");
        assertThat(found.unmodelled())
                .filteredOn(u -> u.sql().isEmpty())
                .extracting(Unmodelled::kind)
                .containsOnly(Kind.TABLE_OPTION, Kind.SEQUENCE);
    }

    private LiveSchema read(String... statements) throws SQLException {
        try (var database = new LiveDatabase(RealEngine.POSTGRESQL, folder)) {
            database.run(statements);
            return database.read();
        }
    }
}
