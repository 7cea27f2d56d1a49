package dev.tenon.host.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

    @Test
    void linesBreakAtBlanksBeforeTheyGetTooWide() {
        assertThat(Paragraph.wrap("one two three four", 9)).isEqualTo("one two\nthree\nfour");
    }

    @Test
    void aLineMayBeAsWideAsAllowed() {
        assertThat(Paragraph.wrap("one two", 7)).isEqualTo("one two");
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        assertThat(Paragraph.wrap("see /a/very/long/path now", 8))
                .isEqualTo("see\n/a/very/long/path\nnow");
    }

    @Test
    void lineEndsInTheTextAreBlanks() {
        assertThat(Paragraph.wrap(" a\nb\t c ", 80)).isEqualTo("a b c");
    }
}
