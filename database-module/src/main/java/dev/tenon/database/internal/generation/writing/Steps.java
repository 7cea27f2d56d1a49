package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.internal.script.Directive;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Statements, with what they need and what is to be said of them.
 *
 * @param statements in their order, without semicolons at their ends
 * @param directives what whoever runs them has to do
 * @param warnings what is to be known of them, as sentences
 * @param later what follows in scripts of their own
 */
public record Steps(
        List<String> statements,
        Set<Directive> directives,
        List<String> warnings,
        List<Later> later) {

    /**
     * Statements that run in no transaction with those before them.
     *
     * @param what what they do, to go on the description of the migration
     * @param up the statements
     * @param down those that take them back, as far as that has to be done by itself
     */
    public record Later(String what, List<String> up, List<String> down) {

        public Later {
            up = List.copyOf(up);
            down = List.copyOf(down);
        }
    }

    public Steps {
        statements = List.copyOf(statements);
        directives = Set.copyOf(directives);
        warnings = List.copyOf(warnings);
        later = List.copyOf(later);
    }

    public static Steps of(List<String> statements) {
        return new Steps(statements, Set.of(), List.of(), List.of());
    }

    public Steps then(Steps next) {
        return new Steps(
                Stream.concat(statements.stream(), next.statements.stream()).toList(),
                Set.copyOf(joined(List.copyOf(directives), List.copyOf(next.directives))),
                joined(warnings, next.warnings),
                joined(later, next.later));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
