package dev.tenon.crud;

import static java.util.Objects.requireNonNull;

/**
 * A value as the text of it, as in an address or a form, where everything is text: it is read as
 * the type of its column. Numbers are decimal without separators, truth values {@code true} and
 * {@code false}, dates and times as of ISO 8601, bytes Base64. A {@code String} that is given
 * without it is taken for a text, and refused for a whole number.
 *
 * @param text the text
 */
public record TextForm(String text) {
    public TextForm {
        requireNonNull(text, "text");
    }
}
