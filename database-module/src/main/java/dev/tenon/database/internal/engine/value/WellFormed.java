package dev.tenon.database.internal.engine.value;

/** Texts that UTF-8 can hold. */
public final class WellFormed {

    private WellFormed() {}

    /**
     * Returns the text.
     *
     * @throws IllegalArgumentException if it holds half of a surrogate pair, which drivers store as
     *     a question mark
     */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException(
                            "The text has half of a surrogate pair at "
                                    + i
                                    + ", which UTF-8 cannot hold");
                }
                i++;
            }
        }
        return text;
    }
}
