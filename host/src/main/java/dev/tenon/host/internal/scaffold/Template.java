package dev.tenon.host.internal.scaffold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places such as <code>{{module}}</code> that are to be filled in.
 *
 * @param text the text
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]+)}}");

    /** Reads a template from the resources. */
    static Template read(String name) {
        try (var stream = Template.class.getResourceAsStream("project/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no template " + name + ".");
            }
            return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the text with every place filled in.
     *
     * @throws IllegalStateException if there is no value for one
     */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> quoted(place, values));
    }

    private static String quoted(MatchResult place, Map<String, String> values) {
        return Optional.ofNullable(values.get(place.group(1)))
                .map(Matcher::quoteReplacement)
                .orElseThrow(() ->
                        new IllegalStateException("There is no value for " + place.group() + "."));
    }
}
