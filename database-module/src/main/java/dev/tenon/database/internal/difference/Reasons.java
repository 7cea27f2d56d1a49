package dev.tenon.database.internal.difference;

import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.UniqueKey;

/** Why a constraint makes room for another one of its name. */
final class Reasons {

    private Reasons() {}

    static String of(UniqueKey from, UniqueKey to) {
        return "it has " + Shown.columns(from.columns()) + ", not " + Shown.columns(to.columns());
    }

    static String of(Check from, Check to) {
        return "it says " + Shown.text(from.condition()) + ", not " + Shown.text(to.condition());
    }

    static String of(ForeignKey from, ForeignKey to) {
        if (!from.columns().equals(to.columns())) {
            return "it has "
                    + Shown.columns(from.columns())
                    + ", not "
                    + Shown.columns(to.columns());
        }
        if (!from.target().equals(to.target())
                || !from.targetColumns().equals(to.targetColumns())) {
            return "it leads to %s %s, not to %s %s"
                    .formatted(
                            Shown.name(from.target()),
                            Shown.columns(from.targetColumns()),
                            Shown.name(to.target()),
                            Shown.columns(to.targetColumns()));
        }
        if (from.onDelete() != to.onDelete()) {
            return "on delete it does %s, not %s"
                    .formatted(from.onDelete().sql(), to.onDelete().sql());
        }
        if (from.onUpdate() != to.onUpdate()) {
            return "on update it does %s, not %s"
                    .formatted(from.onUpdate().sql(), to.onUpdate().sql());
        }
        return to.isDeferred()
                ? "it is checked with each statement, not at the commit"
                : "it is checked at the commit, not with each statement";
    }

    static String of(Index from, Index to) {
        if (!from.parts().equals(to.parts())) {
            return "it has other columns or directions";
        }
        if (from.isUnique() != to.isUnique()) {
            return to.isUnique() ? "it is not unique" : "it is unique";
        }
        return "it is over the rows of "
                + from.where().map(Shown::text).orElse("all")
                + ", not of "
                + to.where().map(Shown::text).orElse("all");
    }
}
