package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tenon new}: writes a project that builds, tests itself, and runs from a plugin folder. */
class NewIT {

    @TempDir Path folder;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        tenon = new Tenon(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.billing, acme.billing, acme-billing",
        "billing, com.acme.billing, billing",
        "b2b.order66, b2b.order66, b2b-order66"
    })
    void aNewProjectBuildsTestsItselfAndRunsFromAPluginFolder(
            String name, String packageName, String artifact) throws Exception {
        var created = tenon.run("new", name, "--package", packageName);
        var project = folder.resolve(artifact);

        // javac must have nothing to say with all of its warnings on.
        var built = new Maven(project).run("verify", "-Dmaven.compiler.failOnWarning=true");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(built.exitCode()).as(built.log()).isZero();
        var plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(project.resolve("target/" + name + ".jar"), plugins.resolve("dropped.jar"));
        var check = tenon.run("run", "--check", "--plugins", plugins.toString());
        var services = tenon.run("services", "--plugins", plugins.toString());

        assertThat(built.log()).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).containsPattern(name + " +1.0.0-SNAPSHOT +STARTED ");
        assertThat(check.err()).contains("Good day, world!");
        assertThat(services.out()).containsPattern(packageName + ".Greeter +- +" + name + "\n");
    }

    @Test
    void aNewProjectWithADatabaseBuildsTestsItselfAndKeepsItsRows() throws Exception {
        var created = tenon.run("new", "acme.billing", "--database");
        var project = folder.resolve("acme-billing");

        var built = new Maven(project).run("verify", "-Dmaven.compiler.failOnWarning=true");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(built.exitCode()).as(built.log()).isZero();
        assertThat(built.log())
                .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0")
                .doesNotContain("restricted method", "native access");
        assertThat(files(project)).noneMatch(f -> f.endsWith(".db"));
        var jar = project.resolve("target/acme.billing.jar").toString();
        var data = "tenon.database.path=" + folder.resolve("data");
        var plan = tenon.run("plan", "--plugins", jar);
        var check = tenon.run("run", "--check", "--plugins", jar, "--set", data);
        var services = tenon.run("services", "--plugins", jar, "--set", data);

        assertThat(plan.out()).contains("database: acme_billing", "guest (3 columns)");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err()).contains("Guests so far: 0");
        assertThat(services.out()).containsPattern("acme.billing.Guestbook +- +acme.billing\n");
        assertThat(folder.resolve("data/acme_billing.db")).isRegularFile();
    }

    @Test
    void theTestOfANewProjectFailsWithItsBean() throws Exception {
        tenon.run("new", "acme.billing");
        var project = folder.resolve("acme-billing");
        replace(
                project.resolve("src/main/java/acme/billing/internal/PoliteGreeter.java"),
                "\"!\"",
                "\"?\"");

        var built = new Maven(project).run("test");

        assertThat(built.exitCode()).isEqualTo(1);
        assertThat(built.log())
                .contains("expected: <Hello, world!> but was: <Hello, world?>")
                .contains("Tests run: 2, Failures: 1, Errors: 0");
    }

    @Test
    void theFilesAndTheNextStepsAreTold() throws Exception {
        var created = tenon.run("new", "acme.billing");

        assertThat(created.exitCode()).isZero();
        assertThat(created.err()).isEmpty();
        assertThat(created.out())
                .startsWith("The module acme.billing is in acme-billing\n")
                .contains(
                        "  cd acme-billing\n",
                        "  mvn verify ",
                        "/bin/tenon run --plugins target/acme.billing.jar ");
        assertThat(created.out().lines().filter(l -> l.matches(" {2}\\S+")).map(String::strip))
                .containsExactlyInAnyOrderElementsOf(files(folder.resolve("acme-billing")));
    }

    @Test
    void theDescriptorOpensNothing() throws Exception {
        tenon.run("new", "acme.billing");

        assertThat(folder.resolve("acme-billing/src/main/java/module-info.java"))
                .content()
                .contains("module acme.billing {", "exports acme.billing;")
                .doesNotContain("opens", "internal;");
    }

    @Test
    void namesFoldersAndGroupsCanBeGiven() throws Exception {
        var created =
                tenon.run(
                        "new",
                        "billing",
                        "--group",
                        "com.acme",
                        "--package",
                        "com.acme.billing",
                        "-d",
                        "my plugin/billing");
        var project = folder.resolve("my plugin/billing");

        assertThat(created.exitCode()).isZero();
        assertThat(created.out()).contains("  cd 'my plugin/billing'\n");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<groupId>com.acme</groupId>", "<artifactId>billing</artifactId>");
        assertThat(project.resolve("src/main/java/com/acme/billing/Greeter.java")).exists();
    }

    @Test
    void aSecondProjectOfTheNameIsRefusedAndTheFirstStaysAsItIs() throws Exception {
        tenon.run("new", "acme.billing");
        var pom = Files.writeString(folder.resolve("acme-billing/pom.xml"), "mine");

        var refused = tenon.run("new", "acme.billing");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("HOST-NEW-002", folder.resolve("acme-billing").toString(), "--directory");
        assertThat(pom).hasContent("mine");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndNothingIsLeftBehind() throws Exception {
        // Works for root too, whom permissions do not stop.
        Files.writeString(folder.resolve("file"), "");

        var refused = tenon.run("new", "acme.billing", "-d", "file/billing");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("HOST-NEW-003", "file/billing").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "acme-billing, Did you mean acme.billing?",
        "acme.class, 'class' is a word",
        "java.acme, belong to Java",
        "org.slf4j, The host itself has"
    })
    void aNameThatCannotBeUsedEndsWithTwoAndWritesNothing(String name, String reason)
            throws Exception {
        var refused = tenon.run("new", name);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("HOST-NEW-001", "'" + name + "'", reason);
        assertThat(files(folder)).isEmpty();
    }

    private static List<String> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .toList();
        }
    }

    private static void replace(Path file, String old, String fresh) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, fresh));
    }
}
