package dev.tenon.database.internal.generation.postgres;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.internal.generation.writing.Mentions;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views, rules, triggers and unusual indexes of PostgreSQL that have to go before the type of a
 * column changes, and to come back; other changes they follow by themselves.
 */
final class PostgresObjects {

    private static final List<Kind> MOVABLE =
            List.of(Kind.INDEX, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.RULE, Kind.TRIGGER);

    private final Dialect dialect;
    private final Mentions mentions;
    private final String schema;
    private final Set<String> gone;
    private final List<Unmodelled> there;
    private final List<Unmodelled> wanted;
    private final List<Unmodelled> away;

    /**
     * @param schema the schema of the connection, which its texts name and scripts do not
     * @param gone the names of the tables that are dropped
     */
    PostgresObjects(Dialect dialect, Stage stage, String schema, Set<String> gone) {
        this.dialect = dialect;
        this.mentions = new Mentions(dialect);
        this.schema = schema;
        this.gone = gone;
        this.there = movable(stage.live().unmodelled());
        this.wanted = movable(stage.goal().unmodelled(stage.live()));
        var retyped =
                stage.difference().changes(ColumnTypeChanged.class).stream()
                        .map(ColumnTypeChanged::table)
                        .collect(Collectors.toSet());
        var touched =
                mentions.dependents(there, retyped).stream()
                        .filter(o -> o.kind() != Kind.INDEX)
                        .toList();
        this.away = there.stream().filter(o -> touched.contains(o) || !wanted.contains(o)).toList();
    }

    private static List<Unmodelled> movable(List<Unmodelled> objects) {
        return MOVABLE.stream()
                .flatMap(kind -> objects.stream().filter(o -> o.kind() == kind))
                .filter(o -> !o.sql().isEmpty())
                .toList();
    }

    List<String> drop() {
        return mentions.inOrder(away).reversed().stream().map(this::drop).toList();
    }

    private String drop(Unmodelled object) {
        var name = dialect.quote(object.name());
        return switch (object.kind()) {
            case INDEX -> "DROP INDEX " + name;
            case VIEW -> "DROP VIEW " + name;
            case MATERIALIZED_VIEW -> "DROP MATERIALIZED VIEW " + name;
            case RULE -> "DROP RULE " + name + " ON " + dialect.quote(object.table());
            default -> "DROP TRIGGER " + name + " ON " + dialect.quote(object.table());
        };
    }

    List<String> create() {
        var statements = new ArrayList<String>();
        for (Unmodelled object : mentions.inOrder(wanted)) {
            boolean isLost = gone.contains(object.table());
            if (!isLost && (away.contains(object) || !there.contains(object))) {
                statements.add(create(object));
            }
        }
        return statements;
    }

    private String create(Unmodelled object) {
        var sql = mentions.unqualified(object.sql().strip(), schema);
        var text = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
        var name = dialect.quote(object.name());
        return switch (object.kind()) {
            case VIEW -> "CREATE VIEW " + name + " AS\n" + text;
            case MATERIALIZED_VIEW -> "CREATE MATERIALIZED VIEW " + name + " AS\n" + text;
            default -> text;
        };
    }

    private static boolean isView(Unmodelled object) {
        return object.kind() == Kind.VIEW || object.kind() == Kind.MATERIALIZED_VIEW;
    }

    /** Returns what is to be known, if anything of it goes for a while. */
    List<String> warnings() {
        var views =
                away.stream()
                        .filter(PostgresObjects::isView)
                        .flatMap(v -> Stream.of(v.name()))
                        .toList();
        return views.isEmpty()
                ? List.of()
                : List.of(
                        "Views are dropped and made again; rights that were given on them have to be"
                                + " given again: "
                                + String.join(", ", views)
                                + ".");
    }
}
