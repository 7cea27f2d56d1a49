package dev.tenon.database.schema;

import static dev.tenon.database.error.SchemaError.DUPLICATE_NAME;
import static dev.tenon.database.error.SchemaError.NAME_UNUSABLE;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.SchemaError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds everything that is wrong with the tables of a schema on any engine. Used once. */
final class SchemaChecks {

    private final List<Table> tables;
    private final List<Problem> problems = new ArrayList<>();

    SchemaChecks(List<Table> tables) {
        this.tables = tables;
    }

    List<Problem> problems() {
        checkNames();
        for (Table table : tables) {
            new TableChecks(table, problems).run();
        }
        var byName = new HashMap<String, Table>();
        tables.forEach(t -> byName.putIfAbsent(t.name(), t));
        for (Table table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                new ReferenceChecks(table, key, byName, problems).run();
            }
        }
        return List.copyOf(problems);
    }

    /** Tables, keys and indexes share one set of names on PostgreSQL, foreign keys on MariaDB. */
    private void checkNames() {
        var relations = new HashMap<String, String>();
        var constraints = new HashMap<String, String>();
        var names = new HashSet<String>();
        var former = new HashMap<String, String>();
        for (Table table : tables) {
            name(table.name(), "the table " + quoted(table.name()), relations);
            former(table.formerNames(), "the table " + quoted(table.name()), former);
        }
        for (Table table : tables) {
            var of = " of the table " + quoted(table.name());
            // Of two tables of one name the second is told already.
            if (!table.primaryKey().isEmpty() && names.add(table.name().toLowerCase(Locale.ROOT))) {
                // What PostgreSQL calls it.
                claim(table.name() + "_pkey", "the primary key" + of, relations);
            }
            for (UniqueKey key : table.uniqueKeys()) {
                name(key.name(), "the key " + quoted(key.name()) + of, relations);
            }
            for (Index index : table.indexes()) {
                name(index.name(), "the index " + quoted(index.name()) + of, relations);
            }
            for (ForeignKey key : table.foreignKeys()) {
                name(key.name(), "the foreign key " + quoted(key.name()) + of, constraints);
            }
            for (Check check : table.checks()) {
                name(check.name(), "the check " + quoted(check.name()) + of, constraints);
            }
            var columns = new HashMap<String, String>();
            for (Column column : table.columns()) {
                name(column.name(), "the column " + quoted(column.name()) + of, columns);
            }
            var before = new HashMap<String, String>();
            for (Column column : table.columns()) {
                former(column.formerNames(), "the column " + quoted(column.name()) + of, before);
            }
        }
    }

    private void name(String name, String what, Map<String, String> taken) {
        UnusableName.reason(name)
                .ifPresent(reason ->
                        add(NAME_UNUSABLE, "The name of " + what + " cannot be used.", reason));
        claim(name, what, taken);
    }

    private void claim(String name, String what, Map<String, String> taken) {
        var other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), what);
        if (other != null) {
            add(
                    DUPLICATE_NAME,
                    "The name of " + what + " is taken.",
                    "It is that of " + other + ", and case makes no difference on some engines.");
        }
    }

    /** What had one name goes on as one thing. */
    private void former(List<String> names, String what, Map<String, String> taken) {
        for (String name : names) {
            var other = taken.putIfAbsent(name, what);
            if (other != null) {
                add(
                        DUPLICATE_NAME,
                        "The former name " + quoted(name) + " of " + what + " is taken.",
                        "It is that of " + other + " already.");
            }
        }
    }

    private void add(SchemaError code, String fact, String cause) {
        problems.add(Problem.error(code, fact, cause, code.remedy()));
    }

    static String quoted(String name) {
        return "'" + UnusableName.shown(name) + "'";
    }
}
