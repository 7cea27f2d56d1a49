package dev.tenon.core.internal.source;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Secret;
import java.util.Locale;

/** The problems that a setting can have. */
public final class SettingProblems {

    private SettingProblems() {}

    /** The setting has a value that cannot be used. */
    public static Problem invalid(SourcedValue value, String cause) {
        return Problem.error(
                HostError.SETTING_INVALID,
                "The setting "
                        + value.name()
                        + " has the value '"
                        + value.shown()
                        + "', set in "
                        + value.origin()
                        + ".",
                cause,
                HostError.SETTING_INVALID.remedy());
    }

    /** No source has the setting. */
    public static Problem missing(String name) {
        return Problem.error(
                HostError.SETTING_MISSING,
                "The setting " + name + " is missing.",
                "No source has it.",
                "Set it in a settings file, as "
                        + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)
                        + " in the environment, or on the command line.");
    }

    /** What the value of a secret setting refers to cannot be put in its place. */
    public static Problem unresolvableSecret(String name, String origin) {
        return Problem.error(
                HostError.SETTING_INVALID,
                "The setting "
                        + name
                        + " has the value '"
                        + Secret.MASK
                        + "', set in "
                        + origin
                        + ".",
                "What it refers to with ${…} cannot be put in its place.",
                HostError.SETTING_INVALID.remedy());
    }
}
