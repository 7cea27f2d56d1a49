package dev.tenon.host.internal.output;

import dev.tenon.core.error.Problem;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Problems for people. */
public final class ProblemText {

    private static final int WIDTH = 96;

    private ProblemText() {}

    /** Returns code, fact, cause and remedy as one line, for logs and the shell. */
    public static String line(Problem problem, Palette palette) {
        return coloured(problem.toString(), problem.code().code(), problem, palette);
    }

    /** Returns code, fact, cause and remedy as one paragraph. */
    static String paragraph(Problem problem, Palette palette) {
        var code = problem.code().code();
        return coloured(Paragraph.wrap(problem.toString(), WIDTH), code, problem, palette);
    }

    /** Returns a heading with code and owner, and fact, cause and remedy below it. */
    static String block(String owner, Problem problem, Palette palette) {
        var code = problem.code().code();
        var heading = code + " " + problem.code().title() + " (" + owner + ")";
        return Stream.of(problem.fact(), problem.cause(), problem.remedy())
                .filter(sentence -> !sentence.isEmpty())
                .flatMap(sentence -> Paragraph.wrap(sentence, WIDTH).lines())
                .map(line -> "    " + line)
                .collect(
                        Collectors.joining(
                                System.lineSeparator(),
                                coloured(heading, code, problem, palette) + System.lineSeparator(),
                                System.lineSeparator()));
    }

    private static String coloured(String text, String code, Problem problem, Palette palette) {
        return (problem.isError() ? palette.error(code) : palette.warning(code))
                + text.substring(code.length());
    }
}
