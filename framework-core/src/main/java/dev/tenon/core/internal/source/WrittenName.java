package dev.tenon.core.internal.source;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.ConfigValueConfigSource;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The name of a setting where somebody wrote it.
 *
 * @param name the name, without the profile that may stand before it
 * @param text the value as it stands there
 * @param origin the file and line, or the other source
 */
public record WrittenName(String name, String text, String origin) {

    /** Such as {@code %dev.} or {@code %{dev,test}.}. */
    private static final Pattern PROFILE = Pattern.compile("^%(\\{[^}]*}|[^.]+)\\.");

    static WrittenName of(String name, ConfigSource source) {
        var value =
                source instanceof ConfigValueConfigSource lines
                        ? lines.getConfigValue(name)
                        : ConfigValue.builder()
                                .withValue(source.getValue(name))
                                .withConfigSourceName(source.getName())
                                .build();
        return new WrittenName(
                PROFILE.matcher(name).replaceFirst(""),
                String.valueOf(value.getValue()),
                SourcedValue.origin(value));
    }
}
