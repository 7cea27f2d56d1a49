package dev.tenon.core;

import static java.util.Objects.requireNonNull;

/**
 * Something that a framework module says of a module in a {@link Plan}.
 *
 * @param topic what it is about, one word: {@code database}
 * @param text one line for people
 */
public record PlanDetail(String topic, String text) {

    public PlanDetail {
        requireNonNull(topic, "topic");
        requireNonNull(text, "text");
    }
}
