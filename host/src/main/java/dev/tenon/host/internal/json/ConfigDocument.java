package dev.tenon.host.internal.json;

import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon config --json} prints.
 *
 * @param settings the settings in their order
 * @param problems what is wrong with settings
 */
public record ConfigDocument(List<Entry> settings, List<ProblemDocument> problems) {

    /**
     * One setting; see {@link SettingValue}.
     *
     * @param defaultValue null if there is no default
     * @param value null if it has none
     * @param origin null if the value is the default
     */
    public record Entry(
            String name,
            String module,
            String description,
            String allowed,
            boolean required,
            Optional<String> defaultValue,
            Optional<String> value,
            Optional<String> origin) {

        private static Entry of(SettingValue setting) {
            return new Entry(
                    setting.name(),
                    setting.module(),
                    setting.description(),
                    setting.allowed(),
                    setting.required(),
                    setting.defaultValue(),
                    setting.value(),
                    setting.origin());
        }
    }

    /** Returns the document for the given settings. */
    public static ConfigDocument of(List<SettingValue> settings, List<Problem> problems) {
        return new ConfigDocument(
                settings.stream().map(Entry::of).toList(), ProblemDocument.of(problems));
    }
}
