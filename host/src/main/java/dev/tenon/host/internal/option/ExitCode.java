package dev.tenon.host.internal.option;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.TenonException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.host.internal.error.ProgramError;

/** How commands end. */
public final class ExitCode {

    public static final int SUCCESS = 0;
    public static final int NOT_STARTED = 1;
    public static final int USAGE = 2;
    public static final int INTERNAL = 3;

    public static final String HEADING = "%nExit codes:%n";
    public static final String LIST_USAGE =
            "2:wrong usage, wrong settings, or an unreadable plugin folder";
    public static final String LIST_INTERNAL =
            "3:internal error, or standard output could not be written";
    public static final String LIST_SIGNAL =
            "129, 130, 143:ended by SIGHUP, SIGINT (Ctrl-C), SIGTERM";

    private ExitCode() {}

    /** Returns the exit code for what a command threw. */
    public static int of(Throwable thrown) {
        return thrown instanceof TenonException e ? of(e) : INTERNAL;
    }

    private static int of(TenonException e) {
        return switch (e.code()) {
            case HostError.SETTING_INVALID,
                    HostError.SETTING_MISSING,
                    HostError.SETTINGS_UNREADABLE,
                    HostError.SETTING_UNKNOWN,
                    HostError.SETTINGS_DECLARATION,
                    HostError.PLUGIN_FOLDER_UNREADABLE,
                    HostError.MODULE_NOT_FOUND,
                    DatabaseError.NO_SUCH_DATABASE,
                    ProgramError.NAME_UNUSABLE ->
                    USAGE;
            default -> NOT_STARTED;
        };
    }
}
