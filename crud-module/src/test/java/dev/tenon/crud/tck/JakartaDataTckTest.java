package dev.tenon.crud.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The standalone tests of the compatibility kit of Jakarta Data 1.0. */
class JakartaDataTckTest {

    private static final List<String> CLASSES =
            List.of(
                    "ee.jakarta.tck.data.standalone.entity.EntityTests",
                    "ee.jakarta.tck.data.standalone.persistence.PersistenceEntityTests");

    private static final Path PAGE = Path.of("..", "docs", "jakarta-data-tck.md");
    private static final Path README = Path.of("..", "README.md");

    @TempDir Path temp;

    /** The kit's entities have keys of texts without a limit, which MariaDB cannot index. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MARIADB")
    @SuppressWarnings("unchecked") // What the plugin offers.
    void everyApplicableTestPasses(RealEngine engine) throws Exception {
        var ofPlugin = TckPlugin.write(temp.resolve("plugins").resolve("tck"));
        var builder =
                Host.builder()
                        .plugins(temp.resolve("plugins"))
                        .setting("tenon.database.path", temp.resolve("data").toString());
        engine.newDatabase("tck", temp).forEach(builder::setting);
        try (var host = builder.start()) {
            assertThat(host.module(TckPlugin.MODULE).state())
                    .as("%s", host.module(TckPlugin.MODULE).error())
                    .isEqualTo(ModuleState.STARTED);
            Function<Class<?>, Object> beans =
                    host.services().get(ServiceKey.of(Function.class, "tck.beans"));
            var loader = host.services().get(ServiceKey.of(Supplier.class, "tck.loader")).get();
            var summary =
                    TckRun.of(CLASSES, temp.resolve("run"), ofPlugin, (ClassLoader) loader, beans);

            assertThat(failures(summary)).isEmpty();
            assertThat(Files.readString(PAGE)).contains(line(engine, summary));
            assertThat(Files.readString(README))
                    .contains(
                            "(%d of the %d tests"
                                    .formatted(
                                            summary.getTestsSucceededCount(),
                                            summary.getTestsFoundCount()));
        }
    }

    private static List<String> failures(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(f -> f.getTestIdentifier().getDisplayName() + ": " + f.getException())
                .toList();
    }

    private static String line(RealEngine engine, TestExecutionSummary summary) {
        return "| %s | %d | %d |"
                .formatted(
                        engine.product(),
                        summary.getTestsFoundCount(),
                        summary.getTestsSucceededCount());
    }
}
