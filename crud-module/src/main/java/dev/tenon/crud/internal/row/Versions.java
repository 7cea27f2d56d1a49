package dev.tenon.crud.internal.row;

import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.value.VersionMoment;
import dev.tenon.database.schema.ColumnType.Plain;
import java.time.temporal.Temporal;

/** What a version column holds (Jakarta Persistence 3.2, 2.5): a number that grows, or a moment. */
public final class Versions {

    private Versions() {}

    /** Returns that of a new row. */
    public static Object first(KnownColumn version) {
        return switch (version.type()) {
            case Plain.BIGINT -> 0L;
            case Plain.TIMESTAMP, Plain.TIMESTAMP_LOCAL -> now(version);
            default -> 0;
        };
    }

    /** Returns whether it is counted, and not a moment. */
    static boolean isCounted(KnownColumn version) {
        return version.type() != Plain.TIMESTAMP && version.type() != Plain.TIMESTAMP_LOCAL;
    }

    /** Returns whether none can be counted after it. */
    public static boolean isLast(KnownColumn version, Object value) {
        return switch (version.type()) {
            case Plain.SMALLINT -> value.equals((int) Short.MAX_VALUE);
            case Plain.INTEGER -> value.equals(Integer.MAX_VALUE);
            case Plain.BIGINT -> value.equals(Long.MAX_VALUE);
            default -> false;
        };
    }

    /** Returns the moment of a change, which is behind the one before. */
    static Object after(KnownColumn version, Object before) {
        return before instanceof Temporal moment ? VersionMoment.after(moment) : now(version);
    }

    /** Returns the moment of now as the column holds it. */
    static Object now(KnownColumn version) {
        return VersionMoment.now(version.type() == Plain.TIMESTAMP);
    }
}
