package dev.tenon.database.internal.declare;

/** Tells what is wrong with the key of an entity. */
final class KeyRules {

    private KeyRules() {}

    /** Checks the attributes of the entity itself. */
    static void check(Entity entity, EntityFlaws flaws) {
        var embedded =
                entity.attributes().stream().filter(a -> a.has(Jakarta.EMBEDDED_ID)).toList();
        if (embedded.isEmpty() && entity.ids().isEmpty()) {
            flaws.add(entity.className(), "It has no attribute with @Id.");
        }
        if (!embedded.isEmpty() && embedded.size() + entity.ids().size() > 1) {
            flaws.add(
                    entity.className(),
                    "It has more than one key: @EmbeddedId stands alone, without another and"
                            + " without @Id.");
        }
    }
}
