package dev.tenon.crud.internal.query.name;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words with which the names of queries begin elsewhere, and what they are called here. */
public final class OtherVerb {

    private static final String FIND = "find";
    private static final String DELETE = "delete";

    private static final Map<String, String> VERBS =
            Map.ofEntries(
                    Map.entry("fetch", FIND),
                    Map.entry("get", FIND),
                    Map.entry("list", FIND),
                    Map.entry("load", FIND),
                    Map.entry("query", FIND),
                    Map.entry("read", FIND),
                    Map.entry("retrieve", FIND),
                    Map.entry("search", FIND),
                    Map.entry("select", FIND),
                    Map.entry("stream", FIND),
                    Map.entry("erase", DELETE),
                    Map.entry("remove", DELETE),
                    Map.entry("has", "exists"));

    private static final Pattern NAME =
            Pattern.compile("(?<verb>\\p{Ll}+)(?<rest>(\\p{Lu}.*)?By\\p{Lu}.*|All)");

    private OtherVerb() {}

    /** Returns the name as it is written here, or nothing if it is not known what it means. */
    public static Optional<String> translated(String name) {
        var parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.ofNullable(VERBS.get(parts.group("verb")))
                        .map(verb -> verb + parts.group("rest"))
                : Optional.empty();
    }
}
