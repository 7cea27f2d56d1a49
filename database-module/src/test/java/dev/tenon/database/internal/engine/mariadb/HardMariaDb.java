package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.MariaDbServer;
import dev.tenon.database.internal.engine.Engines;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of a module's own user that holds whatever is hard to bring back. */
record HardMariaDb(StoreSettings settings) {

    /** As long as the server allows. */
    static final String LONG = "n".repeat(57) + "_ä_long";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final List<String> STATEMENTS =
            List.of(
                    "create sequence ticket start with 100 increment by 7",
                    "create table `order` (`group` int not null, `two words` varchar(40) not null,"
                            + " `back``tick` text default 'a''b', primary key (`group`, `two words`))"
                            + " comment 'a \"comment\"; with ''quotes'' ? and {braces}'",
                    "insert into `order` values (0, 'zero', null), (1, 'a; b', 'x\\\\y'),"
                            + " (1, 'ä€𝄞', 'line\\nline')",
                    // Itself, and each other.
                    "create table person (id bigint unsigned auto_increment primary key, parent"
                            + " bigint unsigned, team int, name varchar(50) collate utf8mb4_general_ci"
                            + " not null, constraint parent_fk foreign key (parent) references"
                            + " person(id) on delete set null)",
                    "create table team (id int auto_increment primary key, head bigint unsigned,"
                            + " constraint head_fk foreign key (head) references person(id))",
                    "alter table person add constraint team_fk foreign key (team) references"
                            + " team(id) on update cascade",
                    "insert into team values (1, null), (5, null)",
                    "insert into person(parent, team, name) values (null, 1, 'first'),"
                            + " (1, 5, 'second'), (2, 1, 'third')",
                    "update team set head = 3",
                    "delete from person where name = 'third' and 1 = 0",
                    "alter table person auto_increment = 1000",
                    "create table line (a int, b varchar(40), n int not null, price decimal(12, 3),"
                            + " total decimal(20, 3) as (n * price) stored, doubled int as (n * 2)"
                            + " virtual, key (doubled), constraint positive check (n > 0),"
                            + " constraint to_order foreign key (a, b) references `order`(`group`,"
                            + " `two words`) on delete cascade)",
                    "insert into line(a, b, n, price) values (0, 'zero', 3, 1.5), (1, 'a; b', 1,"
                            + " null)",
                    "create table kinds (id int auto_increment primary key, e enum('x', 'y z')"
                            + " default 'y z', s set('p', 'q'), j json, bits bit(5), bin binary(4),"
                            + " big longblob, f float, d double, dt datetime(6), changed timestamp(3)"
                            + " not null default current_timestamp(3) on update"
                            + " current_timestamp(3), y year, hidden int invisible default 7, t text,"
                            + " fulltext key words (t), ticket bigint default nextval(ticket))",
                    "insert into kinds(e, s, j, bits, bin, big, f, d, dt, changed, y, hidden, t)"
                            + " values ('x', 'p,q', '{\"a\": [1]}', b'10101', x'00ff00ff', x'0027225c0a',"
                            + " 1.5, 0.1, '2026-11-21 15:09:23.123456', '2026-10-25 00:30:00', 1999, 8,"
                            + " 'some words'), (default, null, null, null, null, null, null, null,"
                            + " null, '2020-01-01 00:00:00', null, default, null)",
                    "set session sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
                    "insert into kinds(id, changed, hidden) values (0, '2021-01-01 00:00:00', 9)",
                    "set session sql_mode = default",
                    "create table `"
                            + LONG
                            + "` (`"
                            + LONG
                            + "` int primary key, v varchar(10),"
                            + " unique key `"
                            + LONG
                            + "` (v)) engine = InnoDB row_format = compressed",
                    "insert into `" + LONG + "` values (1, 'one'), (2, null)",
                    "create table parts (id int primary key) partition by hash (id) partitions 3",
                    "insert into parts values (1), (2), (3), (4)",
                    "create table empty (id int)",
                    "create function plus_one(n int) returns int deterministic return n + 1",
                    "create view z_view as select `group`, `two words` as w from `order`",
                    "create view a_view as select plus_one(`group`) as g, w, 'it''s; {ok} ?' as t"
                            + " from z_view",
                    "create view `view of views` as select count(*) as n from a_view",
                    "create procedure add_line(in count int) begin declare i int default 0; while i <"
                            + " count do insert into line(a, b, n) values (0, 'zero', i + 1); set i ="
                            + " i + 1; end while; end",
                    "create table log (what text)",
                    "create trigger second_name before insert on person for each row set new.name ="
                            + " concat(new.name, '!')",
                    "create trigger first_name before insert on person for each row precedes"
                            + " second_name begin if new.name = '' then set new.name = 'none'; end if;"
                            + " end",
                    "create trigger told after delete on `order` for each row insert into log values"
                            + " (concat('deleted ', old.`two words`))",
                    "set session sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'",
                    "create procedure \"ansi \"\" quotes\"() select 'a' || \"two words\" from"
                            + " \"order\"",
                    "set session sql_mode = default",
                    "create event cleaning on schedule every 1 day starts '2036-01-01 00:00:00'"
                            + " disable comment 'at night' do delete from log");

    /** Makes one, on the server, as Tenon makes the databases of modules. */
    static HardMariaDb create(Path secrets) throws SQLException {
        var database = empty(secrets);
        try (var connection = database.connect()) {
            for (String sql : STATEMENTS) {
                run(connection, sql);
            }
        }
        return database;
    }

    static HardMariaDb empty(Path secrets) {
        var server =
                StoreSettings.of(
                                "hard" + NUMBER.incrementAndGet(),
                                MariaDbServer.url("").replaceFirst("\\?.*", ""))
                        .with("user", "tenon");
        var own =
                Engines.provided().of(server).provisioning().orElseThrow().provide(server, secrets);
        return new HardMariaDb(own);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.url(),
                settings.option("user").orElseThrow(),
                settings.option("password").orElseThrow());
    }

    void run(String... statements) throws SQLException {
        try (var connection = connect()) {
            for (String sql : statements) {
                run(connection, sql);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    /** Returns every text of SHOW CREATE, and every row, but not what snapshots keep. */
    SortedMap<String, String> state() throws SQLException {
        var state = new TreeMap<String, String>();
        try (var connection = connect()) {
            for (var object :
                    list(
                            connection,
                            """
                            select table_type, table_name from information_schema.tables
                            where table_schema = database() and table_name not like 'tenon\\_%'
                            union all select routine_type, routine_name from
                            information_schema.routines where routine_schema = database()
                            union all select 'TRIGGER', trigger_name from
                            information_schema.triggers where trigger_schema = database()
                            union all select 'EVENT', event_name from information_schema.events
                            where event_schema = database()\
                            """)) {
                var kind = object.get(0).replace("BASE ", "");
                var name = "`" + object.get(1).replace("`", "``") + "`";
                state.put(
                        kind + " " + name,
                        show(connection, "show create " + kind + " " + name).toString());
                if (kind.equals("TABLE")) {
                    state.put("rows of " + name, rows(connection, name).toString());
                }
            }
            state.put(
                    "order of triggers",
                    list(
                                    connection,
                                    "select trigger_name, concat(action_order) from"
                                            + " information_schema.triggers where trigger_schema ="
                                            + " database() order by 1")
                            .toString());
        }
        return state;
    }

    private static List<String> show(Connection connection, String sql) throws SQLException {
        var shown = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                // It is the moment of a trigger's creation.
                if (!row.getMetaData().getColumnLabel(i).equals("Created")) {
                    shown.add(row.getString(i));
                }
            }
        }
        return shown;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        var columns =
                list(connection, "show columns from " + table).stream()
                        .map(c -> "`" + c.get(0).replace("`", "``") + "`")
                        .toList();
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select " + String.join(", ", columns) + " from " + table)) {
            while (row.next()) {
                rows.add(bytes(row, columns.size()));
            }
        }
        return rows.stream().sorted().toList();
    }

    private static String bytes(ResultSet row, int columns) throws SQLException {
        var text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            var value = row.getString(i);
            text.append(
                            value == null
                                    ? "null"
                                    : HexFormat.of()
                                            .formatHex(
                                                    value.getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .UTF_8)))
                    .append(' ');
        }
        return text.toString();
    }

    private static List<List<String>> list(Connection connection, String sql) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(List.of(row.getString(1), row.getString(2)));
            }
        }
        return rows;
    }
}
