package dev.tenon.host.internal.output;

import dev.tenon.core.ModuleState;
import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours, where there are any: on a terminal, unless {@code NO_COLOR} is set.
 *
 * @param ansi whether to use them
 */
public record Palette(Ansi ansi) {

    /** Returns the colours of the terminal that this process writes to, if it does. */
    static Palette ofTerminal() {
        var dumb = "dumb".equals(System.getenv("TERM"));
        return new Palette(dumb ? Ansi.OFF : Ansi.AUTO);
    }

    static Palette plain() {
        return new Palette(Ansi.OFF);
    }

    /** Returns whether this process writes to a terminal, on which lines can be drawn again. */
    boolean isTerminal() {
        return ansi == Ansi.AUTO
                && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** Returns the text as a heading. */
    String heading(String text) {
        return styled(text, Style.bold);
    }

    /** Returns the text as that of an error. */
    public String error(String text) {
        return styled(text, Style.fg_red);
    }

    String warning(String text) {
        return styled(text, Style.fg_yellow);
    }

    /** Returns the name of the state in its colour. */
    String state(ModuleState state) {
        return colour(state).map(c -> styled(state.name(), c)).orElse(state.name());
    }

    private static Optional<IStyle> colour(ModuleState state) {
        return switch (state) {
            case STARTED -> Optional.of(Style.fg_green);
            case FAILED -> Optional.of(Style.fg_red);
            case BLOCKED -> Optional.of(Style.fg_yellow);
            case DISCOVERED, RESOLVED, READY, STOPPED -> Optional.empty();
        };
    }

    private String styled(String text, IStyle style) {
        return ansi.enabled() ? style.on() + text + Style.reset.on() : text;
    }
}
