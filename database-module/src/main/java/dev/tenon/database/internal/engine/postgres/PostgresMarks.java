package dev.tenon.database.internal.engine.postgres;

import java.util.regex.Pattern;

/**
 * Which statements leave something with a connection of PostgreSQL when their transaction is over.
 * What they call by another name of its own is not seen.
 */
final class PostgresMarks {

    /** The third argument makes it a setting of the transaction. */
    private static final String SETTING =
            " \"?SET_CONFIG\"? (?!\\( [^(),]+ , [^(),]+ , TRUE \\))| UPDATE .*\"?PG_SETTINGS\"? ";

    private static final String LOCK = " \"?PG_(?:TRY_)?ADVISORY_LOCK(?:_SHARED)?\"? ";

    private static final String TABLE =
            " CREATE (?:OR REPLACE )?(?:(?:LOCAL|GLOBAL) )?TEMP(?:ORARY)? (?!.* ON COMMIT DROP )"
                    + "| (?!INSERT |MERGE )[^ ]+ INTO (?:(?:LOCAL|GLOBAL) )?TEMP(?:ORARY)? "
                    + "| \"?PG_TEMP(?:_[0-9]+)?\"? ";

    private static final String CURSOR = " DECLARE .* WITH HOLD ";

    /** Their bodies are texts, or not in the statement. */
    private static final String CODE = "^(?: [{?=(])* (?:DO|CALL) ";

    /** Names that are written in other characters. */
    private static final String DISGUISE = " U & \"";

    static final Pattern PATTERN =
            Pattern.compile(
                    String.join("|", SETTING, LOCK, TABLE, CURSOR, CODE, DISGUISE), Pattern.DOTALL);

    private PostgresMarks() {}
}
