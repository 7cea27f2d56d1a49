package dev.tenon.database.internal.dialect;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.introspection.DefaultText;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.Default;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the dialects have in common: standard SQL, and the places where engines go their ways. */
abstract class SqlDialect implements Dialect {

    /** Whether foreign keys in a circle are added when all tables are there. */
    boolean addsForeignKeysLater() {
        return true;
    }

    /** Returns what drops a foreign key by its name. */
    String dropForeignKey(Table table, String key) {
        return "ALTER TABLE " + quote(table.name()) + " DROP CONSTRAINT " + quote(key);
    }

    /** Returns what stands behind the name and type of a column that the database numbers. */
    abstract String generated();

    /** Returns what stands behind the closing parenthesis of a table. */
    String tableOptions() {
        return "";
    }

    /** Returns the condition that makes the engine keep to a type that it does not know itself. */
    Optional<String> typeCondition(Column column) {
        return Optional.empty();
    }

    /** Returns whether the primary key stands with the column instead of at the end. */
    boolean hasInlineKey(Column column) {
        return false;
    }

    @Override
    public String expression(Default value, ColumnType type) {
        return switch (value) {
            case Default.Text(var text) -> literal(text);
            case Default.Numeric(var number) -> number.toPlainString();
            case Default.Truth(var truth) -> truth ? "TRUE" : "FALSE";
            case Default.Now _ -> now();
            case Default.Expression(var sql) -> "(" + sql + ")";
        };
    }

    abstract String now();

    /** Returns a text as a literal. */
    String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns the type that stands for all for which the engine has the same one. */
    ColumnType same(ColumnType type) {
        return type;
    }

    @Override
    public Table asFound(Table declared) {
        return new Table(
                declared.name(),
                declared.columns().stream().map(this::asFound).toList(),
                declared.primaryKey(),
                declared.uniqueKeys(),
                declared.foreignKeys(),
                declared.checks(),
                declared.indexes(),
                declared.formerNames());
    }

    private Column asFound(Column column) {
        var type = same(column.type());
        return new Column(
                column.name(),
                type,
                column.isNullable(),
                column.defaultValue()
                        .map(value -> expression(value, column.type()))
                        .flatMap(new DefaultText(this, type)::read),
                false,
                column.isGenerated(),
                column.formerNames());
    }

    /** Returns what only this engine cannot do. */
    List<Problem> ownProblems(Schema schema) {
        return List.of();
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public final List<Problem> check(Schema schema) {
        return Stream.concat(
                        new EngineChecks(this, schema).problems().stream(),
                        ownProblems(schema).stream())
                .toList();
    }

    @Override
    public final List<String> create(Schema schema) {
        return new SchemaStatements(this, schema).create();
    }

    @Override
    public final List<String> drop(Schema schema) {
        return new SchemaStatements(this, schema).drop();
    }

    @Override
    public String toString() {
        return name();
    }
}
