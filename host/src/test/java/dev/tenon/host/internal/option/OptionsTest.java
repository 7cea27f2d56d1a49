package dev.tenon.host.internal.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.ErrorCode;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.command.TenonCommand;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.output.Output;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** What the command line makes of its arguments. */
class OptionsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tenon =
            TenonCommand.commandLine(Output.to(new PrintWriter(out), new PrintWriter(err)));

    @Test
    void optionsMayBeRepeated() {
        var options =
                parse(
                        "plan -p a --plugins=b --settings x --settings y --set n=1 --set m=2=3"
                                + " -vv --work w");

        assertThat(options.plugins).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(options.settings).containsExactly(Path.of("x"), Path.of("y"));
        assertThat(options.set).containsExactly(new Setting("n", "1"), new Setting("m", "2=3"));
        assertThat(options.verbose).hasSize(2);
        assertThat(options.work).contains(Path.of("w"));
    }

    @Test
    void optionsLeftOutAreEmpty() {
        var options = parse("plan");

        assertThat(options.plugins).isEmpty();
        assertThat(options.settings).isEmpty();
        assertThat(options.set).isEmpty();
        assertThat(options.verbose).isEmpty();
        assertThat(options.work).isEmpty();
        assertThat(options.standard.stacktrace).isFalse();
    }

    @Test
    void aSecondRunStartsAfresh() {
        parse("plan -p a");

        assertThat(parse("plan -p b").plugins).containsExactly(Path.of("b"));
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "30, PT30S", "5M, PT5M", "PT1H, PT1H"})
    void aDurationIsWrittenAsPeopleDo(String text, Duration duration) {
        assertThat(new DurationOption().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3x", "-1s", "0", "0ms", "PT-1S"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> new DurationOption().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }

    static Stream<ErrorCode> errors() {
        return Stream.of(HostError.values(), ProgramError.values()).flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void theExitCodeTellsWrongUseFromWhatDidNotStart(ErrorCode error) {
        int code = ExitCode.of(new HostException(Problem.error(error, "A fact.", "", "")));

        assertThat(code)
                .isEqualTo(error.code().matches("HOST-SET-.*|HOST-(MOD|PLAN|NEW)-001") ? 2 : 1);
    }

    @Test
    void whatNobodyExpectedIsAnInternalError() {
        assertThat(ExitCode.of(new IllegalStateException())).isEqualTo(3);
    }

    @Test
    void anInternalErrorIsToldInOneLineThatNamesTheWayToItsStack() {
        addCommand(() -> {
            throw new IllegalStateException("odd");
        });

        assertThat(tenon.execute("failing")).isEqualTo(3);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Internal error: IllegalStateException: odd. --stacktrace shows where;"
                                + " please report it.");
    }

    @Test
    void aMissingClassIsAnInternalErrorToo() {
        addCommand(() -> {
            throw new NoClassDefFoundError("sample/Missing");
        });

        assertThat(tenon.execute("failing")).isEqualTo(3);
        assertThat(err.toString())
                .contains("NoClassDefFoundError: sample/Missing")
                .doesNotContain("\tat ");
    }

    @Test
    void theStackIsThereForThoseWhoAskForIt() {
        addCommand(() -> {
            throw new IllegalStateException("odd");
        });

        assertThat(tenon.execute("failing", "--stacktrace")).isEqualTo(3);
        assertThat(err.toString()).contains("odd", "\tat ");
    }

    private void addCommand(Callable<Integer> command) {
        var spec = CommandSpec.wrapWithoutInspection(command);
        spec.addMixin("host", CommandSpec.forAnnotatedObject(new HostOptions()));
        tenon.addSubcommand("failing", new CommandLine(spec));
        tenon.getSubcommands()
                .get("failing")
                .setExecutionExceptionHandler(tenon.getExecutionExceptionHandler());
    }

    private HostOptions parse(String line) {
        var parsed = tenon.parseArgs(line.split(" ", -1));
        return parsed.subcommand().commandSpec().mixins().values().stream()
                .map(mixin -> (HostOptions) mixin.userObject())
                .findFirst()
                .orElseThrow();
    }
}
