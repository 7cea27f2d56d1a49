package dev.tenon.host.internal.command;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.TenonException;

/** How commands end. */
final class ExitCode {

    static final int SUCCESS = 0;
    static final int NOT_STARTED = 1;
    static final int USAGE = 2;
    static final int INTERNAL = 3;

    static final String HEADING = "%nExit codes:%n";
    static final String LIST_USAGE =
            "2:wrong usage, wrong settings, or an unreadable plugin folder";
    static final String LIST_INTERNAL = "3:internal error, or standard output could not be written";
    static final String LIST_SIGNAL = "129, 130, 143:ended by SIGHUP, SIGINT (Ctrl-C), SIGTERM";

    private ExitCode() {}

    /** Returns the exit code for what a command threw. */
    static int of(Throwable thrown) {
        return thrown instanceof TenonException e ? of(e) : INTERNAL;
    }

    private static int of(TenonException e) {
        return e.code() instanceof HostError error
                ? switch (error) {
                    case SETTING_INVALID,
                            SETTING_MISSING,
                            SETTINGS_UNREADABLE,
                            SETTING_UNKNOWN,
                            SETTINGS_DECLARATION,
                            PLUGIN_FOLDER_UNREADABLE,
                            MODULE_NOT_FOUND,
                            NAME_UNUSABLE ->
                            USAGE;
                    default -> NOT_STARTED;
                }
                : NOT_STARTED;
    }
}
