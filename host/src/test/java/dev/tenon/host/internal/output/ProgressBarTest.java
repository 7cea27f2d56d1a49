package dev.tenon.host.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How far long work has come, on a terminal. */
class ProgressBarTest {

    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void aBarShowsTheShareTheStepAndTheTime() {
        try (var bar = bar(true)) {
            passes(2_500);
            bar.report("copying notes", 1, 4);
        }

        assertThat(lines()).startsWith("[######------------------]  25 %  copying notes 2 s");
    }

    @Test
    void withoutATotalItCounts() {
        try (var bar = bar(true)) {
            passes(1_000);
            bar.report("statements of V2", 1_234, -1);
        }

        assertThat(lines()).startsWith("1,234  statements of V2 1 s");
    }

    @Test
    void workThatIsOverAtOnceLeavesNoTrace() {
        try (var bar = bar(true)) {
            passes(300);
            bar.report("copying", 1, 2);
        }

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void itIsNotDrawnMoreThanTenTimesASecond() {
        try (var bar = bar(true)) {
            passes(1_000);
            for (int i = 0; i < 1_000; i++) {
                passes(1);
                bar.report("copying", i, 1_000);
            }
        }

        assertThat(lines().lines()).hasSizeBetween(10, 13);
    }

    @Test
    void elsewhereThanOnATerminalNothingIsDrawn() {
        try (var bar = bar(false)) {
            passes(5_000);
            bar.report("copying", 1, 2);
        }

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void aLongStepIsCutAndALineNeverLongerThanATerminal() {
        try (var bar = bar(true)) {
            passes(5_000);
            bar.report("x".repeat(200) + "\u001B[31m", 7, 3);
        }

        assertThat(lines().lines()).allMatch(line -> line.length() <= 79);
        assertThat(text.toString()).contains("100 %", "…").doesNotContain("\u001B");
    }

    @Test
    void theLineIsWipedAwayAtTheEnd() {
        try (var bar = bar(true)) {
            passes(1_000);
            bar.report("copying", 1, 2);
        }

        assertThat(text.toString()).endsWith("\r" + " ".repeat(79) + "\r");
    }

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(new PrintWriter(text), terminal, () -> now);
    }

    private void passes(long ms) {
        now += Duration.ofMillis(ms).toNanos();
    }

    /** Returns what was drawn, each time as a line. */
    private String lines() {
        return text.toString().replace('\r', '\n').strip();
    }
}
