package dev.tenon.host.internal.output;

import dev.tenon.core.settings.SettingValue;
import java.util.LinkedHashMap;
import java.util.List;

/** Settings as a reference in Markdown, without their values. */
public final class ConfigReference {

    private ConfigReference() {}

    /** Returns one table for the host and one for each module. */
    public static String of(List<SettingValue> settings) {
        var tables = new LinkedHashMap<String, StringBuilder>();
        for (SettingValue setting : settings) {
            tables.computeIfAbsent(setting.module(), ConfigReference::heading).append(row(setting));
        }
        return String.join("\n", tables.values());
    }

    private static StringBuilder heading(String module) {
        return new StringBuilder(module.isEmpty() ? "### Host\n\n" : "### " + module + "\n\n")
                .append("| setting | value | default | what it is for |\n")
                .append("| --- | --- | --- | --- |\n");
    }

    private static String row(SettingValue setting) {
        var otherwise =
                setting.defaultValue()
                        .map(text -> "`" + text + "`")
                        .orElse(setting.required() ? "required" : "none");
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        setting.name(),
                        cell(setting.allowed()),
                        cell(otherwise),
                        cell(setting.description()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
