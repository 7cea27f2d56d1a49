package dev.tenon.host.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TableTest {

    @Test
    void columnsAreAlignedAndLinesEndWithoutBlanks() {
        var table = new Table().row("A", "LONG", "C").row("wide", "b", "").row("x", "", "c");

        assertThat(table.toString())
                .isEqualToNormalizingNewlines(
                        """
                        A     LONG  C
                        wide  b
                        x           c
                        """);
    }

    @Test
    void coloursTakeNoRoom() {
        var palette = new Palette(Ansi.ON);
        var table = new Table().row(palette.heading("A"), "B").row("wide", "b");

        assertThat(table.toString())
                .isEqualToNormalizingNewlines("\u001B[1mA\u001B[0m     B\nwide  b\n");
    }

    @Test
    void aNoteStandsBelowItsRowAndWidensNoColumn() {
        var table = new Table().row("a", "b").note("a long note\non two lines").row("c", "d");

        assertThat(table.toString())
                .isEqualToNormalizingNewlines(
                        """
                        a  b
                            a long note
                            on two lines
                        c  d
                        """);
    }

    @Test
    void anEmptyTableIsEmpty() {
        assertThat(new Table().toString()).isEmpty();
    }
}
