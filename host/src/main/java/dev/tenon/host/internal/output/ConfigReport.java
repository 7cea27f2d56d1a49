package dev.tenon.host.internal.output;

import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.SettingValue;
import java.util.List;

/** Settings as they stand, for people. */
public final class ConfigReport {

    private static final int WIDTH = 92;

    private ConfigReport() {}

    /** Returns a table of the settings with their descriptions, and the problems below it. */
    public static String of(List<SettingValue> settings, List<Problem> problems, Palette palette) {
        var text = new StringBuilder();
        text.append(
                settings.isEmpty()
                        ? "There are no such settings." + System.lineSeparator()
                        : table(settings, palette));
        for (Problem problem : problems) {
            text.append(System.lineSeparator())
                    .append(ProblemText.block("settings", problem, palette));
        }
        return text.toString();
    }

    private static String table(List<SettingValue> settings, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("SETTING"),
                                palette.heading("VALUE"),
                                palette.heading("ORIGIN"));
        for (SettingValue setting : settings) {
            table.row(setting.name(), setting.value().orElse("-"), origin(setting));
            table.note(Paragraph.wrap(explained(setting), WIDTH));
        }
        return table.toString();
    }

    private static String origin(SettingValue setting) {
        return setting.origin().orElse(setting.value().isPresent() ? "default" : "-");
    }

    /** Returns what it is for and what it may be, as sentences. */
    private static String explained(SettingValue setting) {
        var need = setting.required() ? "Required: " : "";
        var allowed = need + setting.allowed();
        return setting.description()
                + " "
                + Character.toUpperCase(allowed.charAt(0))
                + allowed.substring(1)
                + ".";
    }
}
