package dev.tenon.crud.internal.query.flaw;

import dev.tenon.crud.internal.query.tree.Span;
import java.util.List;

/** Where a query stands, to tell people which part of it is meant. */
public sealed interface Source {

    /** Returns the part as it ends a sentence, without the full stop. */
    String place(Span span);

    /** The text of a query. */
    record Text(String text) implements Source {
        @Override
        public String place(Span span) {
            var before = text.substring(0, Math.min(span.start(), text.length()));
            long line = 1 + before.chars().filter(c -> c == '\n').count();
            return "at line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
        }
    }

    /** The name of a method. */
    record Name(String name) implements Source {
        @Override
        public String place(Span span) {
            return "in '" + name.substring(span.start(), span.end()) + "' of the method's name";
        }
    }

    /**
     * The parameters of a method, of which each stands for an attribute.
     *
     * @param properties what they call these attributes
     */
    record Signature(List<String> properties) implements Source {

        public Signature {
            properties = List.copyOf(properties);
        }

        @Override
        public String place(Span span) {
            return "for the parameter number %d, '%s'"
                    .formatted(span.start() + 1, properties.get(span.start()));
        }
    }

    /**
     * The annotations that sort.
     *
     * @param properties what they call the attributes
     */
    record OrderBy(List<String> properties) implements Source {

        public OrderBy {
            properties = List.copyOf(properties);
        }

        @Override
        public String place(Span span) {
            return "in @OrderBy(\"" + properties.get(span.start()) + "\")";
        }
    }
}
