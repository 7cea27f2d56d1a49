package dev.tenon.database.internal.record;

import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;

/** The tables of the framework's own database, and the statements that write them. */
public final class FrameworkSchema {

    public static final Schema SCHEMA =
            Schema.of(
                    Table.named("tenon_module")
                            .columns(
                                    Column.of("name", ColumnType.varchar(200)),
                                    Column.of("version", ColumnType.varchar(100)),
                                    Column.of("state", ColumnType.varchar(20)),
                                    Column.of("first_seen", Plain.TIMESTAMP),
                                    Column.of("changed_at", Plain.TIMESTAMP))
                            .primaryKey("name"),
                    Table.named("tenon_setting")
                            .columns(
                                    Column.of("name", ColumnType.varchar(400)),
                                    Column.of("shown_value", Plain.TEXT).nullable(),
                                    Column.of("origin", Plain.TEXT).nullable(),
                                    Column.of("read_at", Plain.TIMESTAMP))
                            .primaryKey("name"),
                    Table.named("migration_history")
                            .columns(
                                    Column.of("id", Plain.BIGINT).generated(),
                                    Column.of("begun_at", Plain.TIMESTAMP),
                                    Column.of("module", ColumnType.varchar(200)),
                                    Column.of("database_name", ColumnType.varchar(60)),
                                    Column.of("engine", ColumnType.varchar(40)),
                                    Column.of("version", ColumnType.varchar(100)),
                                    Column.of("description", ColumnType.varchar(400)),
                                    Column.of("status", ColumnType.varchar(20)),
                                    Column.of("error", Plain.TEXT).nullable(),
                                    Column.of("duration_ms", Plain.BIGINT))
                            .primaryKey("id")
                            .index(Index.on("module", "begun_at")),
                    Table.named("tenon_audit")
                            .columns(
                                    Column.of("id", Plain.BIGINT).generated(),
                                    Column.of("happened_at", Plain.TIMESTAMP),
                                    Column.of("module", ColumnType.varchar(200)),
                                    Column.of("version", ColumnType.varchar(100)),
                                    Column.of("event", ColumnType.varchar(20)),
                                    Column.of("problem", Plain.TEXT).nullable())
                            .primaryKey("id")
                            .index(Index.on("happened_at")));

    public static final String INSERT_MODULE =
            "insert into tenon_module (name, version, state, first_seen, changed_at)"
                    + " values (?, ?, ?, ?, ?)";

    public static final String UPDATE_MODULE =
            "update tenon_module set version = ?, state = ?, changed_at = ? where name = ?";

    public static final String DELETE_SETTINGS = "delete from tenon_setting";

    public static final String INSERT_SETTING =
            "insert into tenon_setting (name, shown_value, origin, read_at) values (?, ?, ?, ?)";

    static final String INSERT_HISTORY =
            "insert into migration_history (begun_at, module, database_name, engine, version,"
                    + " description, status, error, duration_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    public static final String SELECT_HISTORY =
            "select begun_at, module, engine, version, description, status, error, duration_ms"
                    + " from migration_history where database_name = ? order by id desc limit ?";

    public static final String INSERT_AUDIT =
            "insert into tenon_audit (happened_at, module, version, event, problem)"
                    + " values (?, ?, ?, ?, ?)";

    private FrameworkSchema() {}
}
