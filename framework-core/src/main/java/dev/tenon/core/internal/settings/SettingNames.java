package dev.tenon.core.internal.settings;

import dev.tenon.core.internal.settings.SettingsType.Group;
import dev.tenon.core.internal.settings.SettingsType.Keyed;
import dev.tenon.core.internal.settings.SettingsType.Many;
import dev.tenon.core.internal.settings.SettingsType.Named;
import dev.tenon.core.internal.settings.SettingsType.One;
import dev.tenon.core.internal.settings.SettingsType.Shape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that settings of a shape can have. The key of a map may contain dots; what follows it
 * tells where it ends. In quotation marks it ends with them.
 */
final class SettingNames {

    private static final String KEY = "(?:\"[^\"]*\"|.+?)";

    private final Shape shape;

    SettingNames(Shape shape) {
        this.shape = shape;
    }

    /** Returns whether a name, without what stands before it, is one of a setting. */
    boolean contain(String name) {
        return Pattern.matches(pattern(shape), name);
    }

    /**
     * Returns the keys of a map with elements of this shape, each with the text that stands for it
     * in the names.
     *
     * @param names the whole names of settings
     * @param prefix what stands before the key
     */
    Map<String, String> keys(Collection<String> names, String prefix) {
        var wanted = Pattern.compile("(" + KEY + ")" + pattern(shape));
        var keys = new LinkedHashMap<String, String>();
        for (String name : names) {
            var matcher = wanted.matcher(name.substring(prefix.length()));
            if (matcher.matches()) {
                var place = matcher.group(1);
                keys.putIfAbsent(place.replaceAll("^\"|\"$", ""), place);
            }
        }
        return keys;
    }

    /** Returns the regular expression for what follows the name that the shape stands at. */
    private static String pattern(Shape shape) {
        return switch (shape) {
            case One _ -> "";
            case Many _ -> "(?:\\[\\d+])?";
            case Keyed keyed -> "\\." + KEY + pattern(keyed.element());
            case Named named -> "\\." + KEY + pattern(named.element());
            case Group group ->
                    group.type().properties().stream()
                            .map(p -> "\\." + Pattern.quote(p.name()) + pattern(p.shape()))
                            .collect(Collectors.joining("|", "(?:", ")"));
        };
    }
}
