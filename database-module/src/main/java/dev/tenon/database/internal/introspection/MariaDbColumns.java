package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the columns and conditions of one table of MariaDB. */
final class MariaDbColumns {

    /** MariaDB has no type for JSON: this condition makes one. */
    private static final ConditionPattern JSON = new ConditionPattern("json_valid ( @ )");

    /** What {@code information_schema.columns} says. */
    private record Info(
            String name, String type, boolean isNullable, String extra, String collation) {}

    private final Connection connection;
    private final Dialect dialect;
    private final TableText text;
    private final String collation;

    MariaDbColumns(Connection connection, Dialect dialect, TableText text, String collation) {
        this.connection = connection;
        this.dialect = dialect;
        this.text = text;
        this.collation = collation;
    }

    void addTo(FoundTable found) throws SQLException {
        for (Info info : infos(found.name())) {
            if (info.extra().contains("GENERATED") && !info.extra().contains("DEFAULT_GENERATED")) {
                found.keep(Kind.GENERATED_COLUMN, info.name(), text.sqlOf(info.name()));
            } else {
                add(info, found);
            }
        }
        text.all(Clause.Kind.CHECK).forEach(c -> found.checks.add(new Check(c.name(), c.inner())));
    }

    private List<Info> infos(String table) throws SQLException {
        return Rows.of(
                connection,
                """
                SELECT column_name, column_type, is_nullable = 'YES', extra, collation_name
                FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position\
                """,
                row ->
                        new Info(
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4).toUpperCase(Locale.ROOT),
                                Rows.text(row, "collation_name")),
                table);
    }

    private void add(Info info, FoundTable found) {
        var checks =
                new ArrayList<>(
                        text.of(info.name()).stream()
                                .filter(c -> c.kind() == Clause.Kind.CHECK)
                                .toList());
        var type = type(info, checks);
        checks.forEach(c -> found.checks.add(new Check(c.name(), c.inner())));
        var value =
                text.of(info.name()).stream()
                        .filter(c -> c.kind() == Clause.Kind.DEFAULT)
                        .findFirst()
                        .map(Clause::inner)
                        .flatMap(new DefaultText(dialect, type)::read);
        boolean isNumbered = info.extra().contains("AUTO_INCREMENT");
        found.columns.add(
                new Column(
                        info.name(), type, info.isNullable(), value, false, isNumbered, List.of()));
        if (info.extra().contains("ON UPDATE") || info.extra().contains("INVISIBLE")) {
            found.keep(Kind.COLUMN_OPTION, info.name(), text.sqlOf(info.name()));
        }
        if (!info.collation().isEmpty()
                && !info.collation().equals(collation)
                && type != Plain.JSON) {
            found.keep(Kind.COLLATION, info.name(), "COLLATE " + info.collation());
        }
    }

    private ColumnType type(Info info, List<Clause> checks) {
        var type = MariaDbTypes.of(info.type());
        boolean isJson =
                type == Plain.TEXT
                        && checks.removeIf(c ->
                                JSON.numbers(c.inner(), info.name(), dialect.lexis()).isPresent());
        return isJson ? Plain.JSON : type;
    }
}
