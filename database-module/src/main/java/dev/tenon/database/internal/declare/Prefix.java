package dev.tenon.database.internal.declare;

import dev.tenon.database.RenamedFrom;
import java.lang.classfile.AttributedElement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the names of columns begin with: nothing, or the name of the attribute that embeds them.
 *
 * @param text the prefix
 * @param former those that it had before
 */
record Prefix(String text, List<String> former) {

    static final Prefix NONE = new Prefix("", List.of());

    Prefix {
        former = List.copyOf(former);
    }

    /** Returns what the names of the tables of an entity's collections begin with. */
    static Prefix of(Entity entity) {
        return new Prefix(entity.plainTable() + "_", ended(formerNames(entity.model())));
    }

    /** Returns the former names that are declared. */
    static List<String> formerNames(AttributedElement annotated) {
        return ClassAnnotation.of(annotated, RenamedFrom.class.getName())
                .map(a -> a.texts("value"))
                .orElse(List.of());
    }

    /** Returns the prefix of what the attribute embeds. */
    Prefix with(Attribute attribute) {
        var name = ClassNames.snakeCase(attribute.name());
        return new Prefix(
                text + name + "_", ended(former(name, formerNames(attribute.annotated()))));
    }

    private static List<String> ended(List<String> names) {
        return names.stream().map(n -> n + "_").toList();
    }

    /**
     * Returns every name that a column may have had.
     *
     * @param name its name without the prefix
     * @param names its former names without the prefix
     */
    List<String> former(String name, List<String> names) {
        var all = new ArrayList<String>();
        names.forEach(n -> all.add(text + n));
        for (String before : former) {
            all.add(before + name);
            names.forEach(n -> all.add(before + n));
        }
        return all;
    }

    /** Returns the former names of the column of an attribute. */
    String[] former(String name, Attribute attribute) {
        return former(name, formerNames(attribute.annotated())).toArray(String[]::new);
    }
}
