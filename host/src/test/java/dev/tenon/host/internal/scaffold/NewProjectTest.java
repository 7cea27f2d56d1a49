package dev.tenon.host.internal.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the files of a new project are filled in. */
class NewProjectTest {

    @ParameterizedTest
    @CsvSource({"GREETER, 8", "GUESTBOOK, 10"})
    void noPlaceIsLeftEmptyAndNoFileEndsWithoutALineEnd(Example example, int count) {
        assertThat(project(example, "/opt/tenon").files())
                .hasSize(count)
                .allSatisfy(file ->
                        assertThat(file.text())
                                .as(file.path().toString())
                                .doesNotContain("{{", "}}", "@{", "\r", "\t")
                                .endsWith("\n"));
    }

    @Test
    void thePomHasTheVersionsOfThisBuild() {
        assertThat(text(project("/opt/tenon"), "pom.xml"))
                .containsPattern("<tenon.version>[0-9]+\\.[0-9]+")
                .containsPattern("<junit.version>[0-9]+\\.[0-9]+")
                .contains("<maven.compiler.release>25<");
    }

    @Test
    void theFolderOfTheInstallationIsEscapedForXml() {
        assertThat(text(project("/opt/R&D <new>"), "pom.xml"))
                .contains("<tenon.home>/opt/R&amp;D &lt;new&gt;</tenon.home>");
    }

    @Test
    void aValueIsTakenAsItIs() {
        assertThat(new Template("{{a}} {{a}}").fill(Map.of("a", "$1 \\ {{b}}")))
                .isEqualTo("$1 \\ {{b}} $1 \\ {{b}}");
    }

    @Test
    void aPlaceWithoutAValueIsNotLeftStanding() {
        assertThatThrownBy(() -> new Template("{{b}}").fill(Map.of("a", "")))
                .hasMessage("There is no value for {{b}}.");
    }

    @Test
    void theDatabaseHasANameThatItCanHave() {
        assertThat(database("acme.billing")).isEqualTo("acme_billing");
        assertThat(database("Acme.Billing2")).isEqualTo("acme_billing2");
        assertThat(database("acme." + "b".repeat(60))).isEqualTo("acme_" + "b".repeat(35));
    }

    private static String database(String module) {
        return NewModule.of(module, Optional.empty(), Optional.empty()).database();
    }

    private static NewProject project(String home) {
        return project(Example.GREETER, home);
    }

    private static NewProject project(Example example, String home) {
        var module = NewModule.of("acme.billing", Optional.empty(), Optional.empty());
        return new NewProject(module, example, Path.of(home));
    }

    private static String text(NewProject project, String path) {
        return project.files().stream()
                .filter(f -> f.path().equals(Path.of(path)))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
