package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host whose user may not do with the data what it has to. */
@EnabledOnOs(OS.LINUX)
class DataRightsIT {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    @TempDir Path folder;
    private Path data;
    private Tenon tenon;

    @BeforeEach
    void prepare() throws Exception {
        data = folder.resolve("data");
        tenon = new Tenon(folder).with("TENON_PLUGINS", Plugins.SAMPLES.toString());
        if (ROOT) {
            // Root passes over the permissions of files, so what lets it is taken away.
            tenon.launchedBy(
                    "setpriv",
                    "--inh-caps=-dac_override,-dac_read_search",
                    "--bounding-set=-dac_override,-dac_read_search");
        }
        assertThat(tenon.run("run", "--check").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "r-x------, '', ''",
        "---------, .tenon.lock, .tenon.lock",
        "r--------, notes.db, notes.db",
        "---------, notes.db-wal, notes.db-wal",
        "---------, notes.db-journal, notes.db-journal"
    })
    void whatMayNotBeReadAndWrittenIsNamedAndWorksAgainWithTheRights(
            String rights, String file, String named) throws Exception {
        var place = existing(file);
        var before = Files.getPosixFilePermissions(place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(rights));
        try {
            assertNamed(data.resolve(named));
        } finally {
            Files.setPosixFilePermissions(place, before);
        }
        assertWorks();
    }

    @ParameterizedTest
    @ValueSource(strings = {".tenon.lock", "notes.db-shm"})
    void whatBelongsToSomebodyElseIsNamed(String file) throws Exception {
        assumeTrue(ROOT, "SKIPPED: only root can give a file away");
        var place = existing(file);
        var self = Files.getOwner(place);
        Files.setOwner(
                place,
                place.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody"));
        assertNamed(place);
        Files.setOwner(place, self);
        assertWorks();
    }

    @Test
    void theFrameworksOwnDatabaseHindersNoModule() throws Exception {
        var file = data.resolve("framework.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        var check = tenon.run("run", "--check");

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err()).contains("SEVERE", "DB-CONN-004", file.toString());
    }

    private Path existing(String file) throws Exception {
        var place = data.resolve(file);
        return Files.exists(place)
                ? place
                : Files.createFile(
                        place,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
    }

    private void assertNamed(Path place) throws Exception {
        var check = tenon.run("run", "--check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err())
                .contains("DB-CONN-004: The module sample.notes has failed", place + "")
                .doesNotContain("\tat ");
    }

    private void assertWorks() throws Exception {
        var check = tenon.run("run", "--check");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err()).doesNotContain("WARNING", "SEVERE");
    }
}
