package dev.tenon.database.internal.generation.mariadb;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.dialect.TableStatement;
import dev.tenon.database.internal.generation.writing.ForeignKeys;
import dev.tenon.database.internal.generation.writing.ForeignKeys.Owned;
import dev.tenon.database.internal.generation.writing.Parts;
import dev.tenon.database.internal.generation.writing.Stage;
import dev.tenon.database.internal.generation.writing.Steps;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.internal.generation.writing.Writing;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import dev.tenon.database.schema.Unmodelled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The way of MariaDB, whose statements end the transaction each by itself. */
public final class MariaDbWriting implements Writing {

    private final MariaDbDialect dialect;
    private final Parts parts;

    public MariaDbWriting(MariaDbDialect dialect) {
        this.dialect = dialect;
        this.parts = new Parts(dialect);
    }

    @Override
    public Steps change(Stage stage) throws SQLException {
        var foreignKeys = new ForeignKeys(dialect, stage, true);
        var away = foreignKeys.away();
        var back = foreignKeys.back();
        var statements = new ArrayList<String>();
        byTable(away, o -> "DROP FOREIGN KEY " + dialect.quote(o.key().name()), statements);
        TableWork.dropped(stage.difference())
                .forEach(t -> statements.add("DROP TABLE " + dialect.quote(t.name())));
        TableWork.added(stage.difference()).forEach(a -> statements.addAll(create(a.added())));
        for (TableWork work : TableWork.of(stage)) {
            var indexes = impliedAway(stage.connection(), work, away, back);
            statements.addAll(new MariaDbTable(dialect, stage, work, indexes).statements());
        }
        byTable(
                back,
                o -> "ADD " + new TableStatement(dialect, o.table()).foreignKey(o.key()),
                statements);
        statements.addAll(objects(stage));
        return new Steps(
                statements,
                Set.of(),
                List.of(
                        "Each statement holds as soon as it has run: one that fails leaves those"
                                + " before it in place."),
                List.of());
    }

    /** One ALTER TABLE for each table. */
    private void byTable(
            List<Owned> keys, Function<Owned, String> clause, List<String> statements) {
        keys.stream()
                .collect(
                        groupingBy(
                                o -> o.table().name(),
                                LinkedHashMap::new,
                                mapping(clause, toList())))
                .forEach((table, clauses) ->
                        statements.add(
                                clauses.stream()
                                        .collect(joining(",\n    ", parts.alter(table), ""))));
    }

    private List<String> create(Table table) {
        return dialect.create(Schema.found(List.of(Parts.alone(table))));
    }

    /** The index that the server has made for a foreign key outlives it. */
    private List<String> impliedAway(
            Connection connection, TableWork work, List<Owned> away, List<Owned> back)
            throws SQLException {
        var known =
                Stream.concat(
                                work.from().indexes().stream().map(Index::name),
                                work.from().uniqueKeys().stream().map(UniqueKey::name))
                        .toList();
        var gone = new ArrayList<String>();
        for (String index : indexes(connection, work.from().name())) {
            boolean isOfGone =
                    away.stream()
                            .filter(o -> !back.contains(o))
                            .filter(o -> o.table().name().equals(work.table()))
                            .anyMatch(o ->
                                    o.key().name().equalsIgnoreCase(index)
                                            || o.key()
                                                    .columns()
                                                    .getFirst()
                                                    .equalsIgnoreCase(index));
            if (isOfGone && !known.contains(index)) {
                gone.add(index);
            }
        }
        return gone;
    }

    private static List<String> indexes(Connection connection, String table) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement =
                connection.prepareStatement(
                        "SELECT DISTINCT index_name FROM information_schema.statistics WHERE"
                                + " table_schema = DATABASE() AND table_name = ? AND index_name <>"
                                + " 'PRIMARY'")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** On the way back, what went with a table that was dropped. */
    private List<String> objects(Stage stage) {
        var there = stage.live().unmodelled();
        return stage.goal().unmodelled(stage.live()).stream()
                .filter(o -> !there.contains(o))
                .flatMap(o -> object(o).stream())
                .toList();
    }

    private Optional<String> object(Unmodelled object) {
        return switch (object.kind()) {
            case TRIGGER -> Optional.of(object.sql());
            case INDEX -> Optional.of(parts.alter(object.table()) + "ADD " + object.sql());
            case GENERATED_COLUMN ->
                    Optional.of(parts.alter(object.table()) + "ADD COLUMN " + object.sql());
            default -> Optional.empty();
        };
    }
}
