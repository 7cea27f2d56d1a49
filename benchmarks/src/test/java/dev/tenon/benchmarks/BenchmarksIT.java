package dev.tenon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmarks still measure: with few plugins, once. */
class BenchmarksIT {

    private static final String IMAGE = Path.of("..", "host", "target", "tenon").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;

    @Test
    void startsOfTheImageAreMeasured() {
        var figures =
                measured(
                        "start",
                        "--plugins",
                        "1,2",
                        "--runs",
                        "1",
                        "--cache",
                        "without",
                        "--java-options",
                        "-Xms32m -XX:TieredStopAtLevel=1",
                        "--image",
                        IMAGE);

        assertThat(figures.get("starts"))
                .extracting(start -> start.get("plugins").asInt())
                .containsExactly(1, 2);
        assertThat(figures.get("starts"))
                .allSatisfy(start -> {
                    assertThat(median(start, "cpuMs")).isPositive();
                    assertThat(median(start, "wallMs")).isPositive();
                    assertThat(median(start, "liveMb")).isPositive();
                    assertThat(median(start, "peakMb")).isGreaterThan(median(start, "liveMb"));
                });
        assertThat(figures.get("costs")).hasSize(1);
        assertThat(figures.get("help")).hasSize(1);
    }

    @Test
    void changesOfARunningHostAreMeasured() {
        int code = run("change", "--plugins", "2", "--rounds", "1", "--warm-up", "0", "--markdown");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Command: `benchmarks/run change --plugins 2 --rounds 1")
                .contains(
                        "| change | CPU ms | wall ms |",
                        "| install |",
                        "| upgrade |",
                        "| uninstall |");
    }

    @Test
    void sessionsAreMeasuredAgainstJdbc() {
        var figures =
                measured("sessions", "--product", "postgresql", "--rival", "session", "--quick")
                        .get("figures");

        assertThat(figures)
                .extracting(
                        figure -> figure.get("product").asString(),
                        figure -> figure.get("action").asString(),
                        figure -> figure.get("rival").asString())
                .containsExactly(
                        tuple("POSTGRESQL", "SELECT", "RAW"),
                        tuple("POSTGRESQL", "SELECT", "SESSION"),
                        tuple("POSTGRESQL", "INSERT", "RAW"),
                        tuple("POSTGRESQL", "INSERT", "SESSION"));
        assertThat(figures).allSatisfy(figure -> assertThat(median(figure, "share")).isPositive());
    }

    @Test
    void writersAreMeasuredAndLoseNothing() {
        var figures =
                measured(
                                "writers",
                                "--synchronous",
                                "normal",
                                "--callers",
                                "2",
                                "--crowd",
                                "20",
                                "--rounds",
                                "1",
                                "--milliseconds",
                                "100")
                        .get("figures");

        assertThat(figures)
                .extracting(figure -> figure.get("measured").get("workload").asString())
                .contains("INSERT", "INSERT_VIRTUAL", "INCREMENT", "READ", "READ_AMONG_WRITERS");
        assertThat(figures)
                .filteredOn(figure ->
                        figure.get("measured").get("contender").asString().equals("SESSION"))
                .allSatisfy(figure -> {
                    assertThat(median(figure, "perSecond")).isPositive();
                    assertThat(figure.get("busy").asInt()).isZero();
                    assertThat(figure.get("wrong").asInt()).isZero();
                });
    }

    @Test
    void migrationsAreMeasured() {
        var ways =
                measured("migrations", "--databases", "3", "--rounds", "1", "--warm-up", "1")
                        .get("ways");

        assertThat(ways).hasSize(4);
        assertThat(ways)
                .allSatisfy(way -> {
                    assertThat(median(way, "newMs")).isPositive();
                    assertThat(median(way, "pendingMs")).isPositive();
                    assertThat(median(way, "upToDateMs")).isPositive();
                });
    }

    @Test
    void databasesAtRestAreMeasured() {
        var ways =
                measured("databases", "--databases", "3", "--rounds", "1", "--warm-up", "1")
                        .get("ways");

        assertThat(ways).hasSize(2);
        assertThat(ways)
                .allSatisfy(way -> {
                    assertThat(median(way, "medianMs")).isPositive();
                    assertThat(median(way, "threads")).isPositive();
                });
    }

    @Test
    void operationsOnACatalogueAreMeasuredAgainstJdbc() {
        var figures =
                measured(
                                "crud",
                                "--product",
                                "sqlite",
                                "--way",
                                "session",
                                "--operation",
                                "first,deep",
                                "--quick")
                        .get("figures");

        assertThat(figures)
                .extracting(
                        figure -> figure.get("operation").asString(),
                        figure -> figure.get("way").asString(),
                        figure -> figure.get("timesTheFirst").isNull())
                .containsExactly(
                        tuple("FIRST", "RAW", true),
                        tuple("FIRST", "SESSION", true),
                        tuple("DEEP", "RAW", false),
                        tuple("DEEP", "SESSION", false));
        assertThat(figures).allSatisfy(figure -> assertThat(median(figure, "share")).isPositive());
    }

    @Test
    void theHelpOfATopicShowsItsDefaults() {
        assertThat(run("crud", "--help")).isZero();
        assertThat(out.toString())
                .containsPattern("process\\.\\s+Default: 5\\.")
                .containsPattern("round\\.\\s+Default: 3\\.");
    }

    @Test
    void aMissingImageIsTold() {
        int code = run("start", "--image", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no runtime image in " + folder);
    }

    @Test
    void aDocumentWithoutAPlaceForTheFiguresIsToldBeforeAnythingIsMeasured() throws Exception {
        var document = Files.writeString(folder.resolve("text.md"), "# Title\n");

        int code = run("document", "--file", document.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("no place for the figures of 'start'");
        assertThat(document).hasContent("# Title\n");
    }

    @Test
    void everyTopicThatIsAskedForNeedsAPlaceBeforeAnyIsMeasured() throws Exception {
        var document =
                Files.writeString(
                        folder.resolve("text.md"),
                        """
                        <!-- figures: start -->
                        old
                        <!-- end of figures -->
                        """);

        int code = run("document", "--topic", "start,writers", "--file", document.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("no place for the figures of 'writers'");
        assertThat(document).content().contains("old");
    }

    /** Measures, which has to succeed, and returns the figures. */
    private JsonNode measured(String... arguments) {
        int code =
                run(
                        Stream.concat(Arrays.stream(arguments), Stream.of("--json"))
                                .toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString()).get("figures");
    }

    private int run(String... arguments) {
        return BenchmarksCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static double median(JsonNode start, String figure) {
        return start.get(figure).get("median").asDouble();
    }
}
