package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.introspection.Token;
import dev.tenon.database.internal.introspection.Tokens;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which statements name something. A name in another meaning counts as well: what is dropped
 * and made again without need does no harm.
 */
public record Mentions(Dialect dialect) {

    public boolean isIn(String sql, Collection<String> names) {
        var folded = names.stream().map(dialect::folded).collect(Collectors.toSet());
        return Tokens.of(sql, dialect.lexis()).stream()
                .filter(t -> t.isName() || t.kind() == Token.Kind.TEXT)
                .anyMatch(t -> folded.contains(dialect.folded(t.text())));
    }

    public boolean isIn(String sql, String name) {
        return isIn(sql, List.of(name));
    }

    /** Returns those that name one of the tables, or one of the others that do, in their order. */
    public List<Unmodelled> dependents(List<Unmodelled> objects, Collection<String> tables) {
        Set<String> names = new HashSet<>(tables);
        Set<Unmodelled> found = new HashSet<>();
        for (boolean more = true; more; ) {
            more = false;
            for (Unmodelled object : objects) {
                if (!found.contains(object) && isIn(object.sql(), names)) {
                    found.add(object);
                    more |= names.add(object.name());
                }
            }
        }
        return objects.stream().filter(found::contains).toList();
    }

    /** Returns the objects so that each view comes before those that are made over it. */
    public List<Unmodelled> inOrder(List<Unmodelled> objects) {
        var left = new ArrayList<>(objects);
        var ordered = new ArrayList<Unmodelled>();
        while (!left.isEmpty()) {
            var next =
                    left.stream()
                            .filter(o -> left.stream().noneMatch(v -> isOver(o, v)))
                            .findFirst()
                            .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private boolean isOver(Unmodelled object, Unmodelled view) {
        boolean isView = view.kind() == Kind.VIEW || view.kind() == Kind.MATERIALIZED_VIEW;
        return isView && !view.equals(object) && isIn(object.sql(), view.name());
    }

    /** Takes the name of a schema away from before the names in it. */
    public String unqualified(String sql, String schema) {
        var tokens = Tokens.of(sql, dialect.lexis());
        var text = new StringBuilder();
        int done = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isName() && token.text().equals(schema) && tokens.get(i + 1).is(".")) {
                text.append(sql, done, token.start());
                done = tokens.get(i + 1).end();
            }
        }
        return text.append(sql.substring(done)).toString();
    }
}
