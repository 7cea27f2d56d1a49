package dev.tenon.database.internal.introspection;

import dev.tenon.database.internal.introspection.Clause.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is said of a column, or of a table, up to the next comma
 * (https://sqlite.org/lang_createtable.html).
 */
final class ClauseReader {

    private final Cursor cursor;
    private String inner = "";

    ClauseReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Returns all up to the comma or the parenthesis that ends it; the type is skipped. */
    List<Clause> clauses() {
        var clauses = new ArrayList<Clause>();
        var name = "";
        while (!cursor.atEnd() && !cursor.is(",") && !cursor.is(")")) {
            if (cursor.take("CONSTRAINT")) {
                name = cursor.takeText();
                continue;
            }
            int from = cursor.place();
            inner = "";
            var kind = clause();
            clauses.add(new Clause(kind, name, inner, cursor.text(from, cursor.place())));
            name = "";
        }
        return List.copyOf(clauses);
    }

    private Kind clause() {
        if (cursor.take("PRIMARY", "KEY")) {
            columns();
            return Kind.PRIMARY_KEY;
        }
        if (cursor.take("NOT", "NULL")) {
            conflict();
            return Kind.NOT_NULL;
        }
        if (cursor.take("UNIQUE")) {
            columns();
            return Kind.UNIQUE;
        }
        if (cursor.take("CHECK")) {
            inner = cursor.takeInner();
            conflict();
            return Kind.CHECK;
        }
        if (cursor.take("DEFAULT")) {
            value();
            return Kind.DEFAULT;
        }
        if (cursor.take("COLLATE")) {
            inner = cursor.takeText();
            return Kind.COLLATE;
        }
        if (cursor.take("FOREIGN", "KEY")) {
            inner = cursor.takeInner();
            cursor.take("REFERENCES");
            reference();
            return Kind.FOREIGN_KEY;
        }
        if (cursor.take("REFERENCES")) {
            reference();
            return Kind.FOREIGN_KEY;
        }
        if (cursor.take("GENERATED", "ALWAYS") || cursor.is("AS")) {
            cursor.take("AS");
            inner = cursor.takeInner();
            boolean _ = cursor.take("STORED") || cursor.take("VIRTUAL");
            return Kind.GENERATED;
        }
        cursor.skip();
        return Kind.OTHER;
    }

    private void columns() {
        if (cursor.is("(")) {
            inner = cursor.takeInner();
        }
        boolean _ = cursor.take("ASC") || cursor.take("DESC");
        conflict();
        cursor.take("AUTOINCREMENT");
    }

    private void conflict() {
        if (cursor.take("ON", "CONFLICT")) {
            cursor.skip();
        }
    }

    private void value() {
        if (cursor.is("(")) {
            inner = cursor.takeInner();
            return;
        }
        int from = cursor.place();
        boolean _ = cursor.take("-") || cursor.take("+");
        cursor.skip();
        if (cursor.is("(")) {
            cursor.skip();
        }
        inner = cursor.text(from, cursor.place());
    }

    private void reference() {
        cursor.takeText();
        if (cursor.is("(")) {
            cursor.skip();
        }
        while (true) {
            if (cursor.take("ON")) {
                cursor.skip();
                boolean _ = cursor.take("SET") || cursor.take("NO");
                cursor.skip();
            } else if (cursor.take("MATCH")) {
                cursor.skip();
            } else if (cursor.take("NOT", "DEFERRABLE") || cursor.take("DEFERRABLE")) {
                if (cursor.take("INITIALLY")) {
                    cursor.skip();
                }
            } else {
                return;
            }
        }
    }
}
