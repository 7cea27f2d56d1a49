package dev.tenon.database.schema;

import java.util.List;
import java.util.Optional;

/**
 * One table. The methods that change something return a changed copy.
 *
 * @param name any name: names are always quoted
 * @param columns the columns in their order
 * @param primaryKey the names of the columns of the primary key in their order; may be empty
 * @param uniqueKeys the other keys; in a {@link Schema} those of single columns, too
 * @param foreignKeys the foreign keys
 * @param checks the conditions
 * @param indexes the indexes
 * @param formerNames the names that the table had before
 */
public record Table(
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes,
        List<String> formerNames) {

    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        formerNames = List.copyOf(formerNames);
    }

    /** Returns a table without columns. */
    public static Table named(String name) {
        var none = List.<String>of();
        return new Table(name, List.of(), none, List.of(), List.of(), List.of(), List.of(), none);
    }

    /** Returns the table with more columns. */
    public Table columns(Column... more) {
        return new Table(
                name,
                Appended.to(columns, List.of(more)),
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                formerNames);
    }

    /** Returns the table with the primary key. */
    public Table primaryKey(String... key) {
        return new Table(
                name, columns, List.of(key), uniqueKeys, foreignKeys, checks, indexes, formerNames);
    }

    /** Returns the table with one more key, of several columns. */
    public Table unique(String... key) {
        return unique(new UniqueKey("", List.of(key)));
    }

    /** Returns the table with one more key. */
    public Table unique(UniqueKey key) {
        return withKeys(Appended.to(uniqueKeys, List.of(key)), foreignKeys);
    }

    /** Returns the table with one more foreign key. */
    public Table foreignKey(ForeignKey key) {
        return withKeys(uniqueKeys, Appended.to(foreignKeys, List.of(key)));
    }

    /** Returns the table with one more condition, named by the schema. */
    public Table check(String condition) {
        return check(new Check("", condition));
    }

    /** Returns the table with one more condition. */
    public Table check(Check check) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                Appended.to(checks, List.of(check)),
                indexes,
                formerNames);
    }

    /** Returns the table with one more index. */
    public Table index(Index index) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                Appended.to(indexes, List.of(index)),
                formerNames);
    }

    /**
     * Returns the table, which had other names before: a database in which it still has one of them
     * keeps the rows. Name them as long as there may be such databases.
     */
    public Table renamedFrom(String... names) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                Appended.to(formerNames, List.of(names)));
    }

    /** Returns the column of the given name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** Returns whether the columns are the primary key or another key, in that order. */
    public boolean isKey(List<String> key) {
        return primaryKey.equals(key) || uniqueKeys.stream().anyMatch(u -> u.columns().equals(key));
    }

    Table withKeys(List<UniqueKey> unique, List<ForeignKey> foreign) {
        return new Table(name, columns, primaryKey, unique, foreign, checks, indexes, formerNames);
    }
}
