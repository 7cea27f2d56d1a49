package dev.tenon.database.internal.declare;

import java.util.Set;
import java.util.stream.Collectors;

/** Tells what is wrong with {@code @Version}: Jakarta Persistence 3.2, section 2.5. */
final class VersionRules {

    private static final Set<String> TYPES =
            Set.of(
                    "I",
                    "java.lang.Integer",
                    "S",
                    "java.lang.Short",
                    "J",
                    "java.lang.Long",
                    "java.time.Instant",
                    "java.time.LocalDateTime");

    private VersionRules() {}

    /** Checks the attributes of the entity itself. */
    static void check(Entity entity, EntityFlaws flaws) {
        var versions = entity.attributes().stream().filter(a -> a.has(Jakarta.VERSION)).toList();
        if (versions.size() > 1) {
            flaws.add(
                    entity.className(),
                    "It has more than one attribute with @Version: "
                            + versions.stream()
                                    .map(Attribute::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        for (Attribute version : versions) {
            if (version.has(Jakarta.ID) || version.has(Jakarta.EMBEDDED_ID)) {
                flaws.add(entity, version, "has @Version, but is the key, which never changes.");
            } else if (version.isOptional() || !TYPES.contains(ClassNames.of(version.type()))) {
                flaws.add(
                        entity,
                        version,
                        "has @Version, and has to be an int, short or long, one of their classes,"
                                + " an Instant or a LocalDateTime.");
            }
        }
    }
}
