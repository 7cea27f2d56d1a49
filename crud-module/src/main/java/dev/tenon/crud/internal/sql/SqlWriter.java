package dev.tenon.crud.internal.sql;

import dev.tenon.crud.internal.sql.Fragment.Part;
import dev.tenon.crud.internal.sql.Fragment.Text;
import dev.tenon.crud.internal.sql.Fragment.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement from its beginning to its end. Names are always quoted, and values always
 * bound. For one thread.
 *
 * @param <V> what stands for a value
 */
public final class SqlWriter<V extends @Nullable Object> {

    private final Syntax syntax;
    private final List<Part<V>> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Makes one that has written nothing. */
    public SqlWriter(Syntax syntax) {
        this.syntax = syntax;
    }

    /** Returns how the engine says things. */
    public Syntax syntax() {
        return syntax;
    }

    /** Writes text as it is: never one that comes from outside. */
    public SqlWriter<V> add(String sql) {
        text.append(sql);
        return this;
    }

    /** Writes a name in quotation marks. */
    public SqlWriter<V> name(String name) {
        return add(syntax.quote(name));
    }

    /** Writes the place of a value. */
    public SqlWriter<V> value(V value) {
        endText();
        parts.add(new Value<>(value));
        return this;
    }

    /** Writes a fragment. */
    public SqlWriter<V> add(Fragment<V> fragment) {
        for (var part : fragment.parts()) {
            switch (part) {
                case Text<V>(var sql) -> add(sql);
                case Value<V>(var value) -> value(value);
            }
        }
        return this;
    }

    /** Writes each of the items as told, and the delimiter between them. */
    public <T> SqlWriter<V> joined(String delimiter, Iterable<T> items, Consumer<T> writing) {
        for (Iterator<T> i = items.iterator(); i.hasNext(); ) {
            writing.accept(i.next());
            if (i.hasNext()) {
                add(delimiter);
            }
        }
        return this;
    }

    /** Returns what has been written so far. */
    public Fragment<V> fragment() {
        endText();
        return new Fragment<>(parts);
    }

    private void endText() {
        if (!text.isEmpty()) {
            parts.add(new Text<>(text.toString()));
            text.setLength(0);
        }
    }
}
