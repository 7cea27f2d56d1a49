package dev.tenon.host.internal.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the files of a new project are filled in. */
class NewProjectTest {

    @Test
    void noPlaceIsLeftEmptyAndNoFileEndsWithoutALineEnd() {
        assertThat(project("/opt/tenon").files())
                .hasSize(8)
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

    private static NewProject project(String home) {
        var module = NewModule.of("acme.billing", Optional.empty(), Optional.empty());
        return new NewProject(module, Path.of(home));
    }

    private static String text(NewProject project, String path) {
        return project.files().stream()
                .filter(f -> f.path().equals(Path.of(path)))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
