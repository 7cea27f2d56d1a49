package dev.tenon.host.internal.output;

/** Breaks a sentence into lines at its blanks. */
final class Paragraph {

    private Paragraph() {}

    /**
     * Returns the text in lines of at most the given width; a word that is longer stands alone, so
     * that paths and class names can be copied.
     */
    static String wrap(String text, int width) {
        var wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+", -1)) {
            if (column > 0 && column + 1 + word.length() > width) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
