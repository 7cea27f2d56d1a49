package dev.tenon.core.internal.settings;

import static dev.tenon.core.fixture.Outcome.failed;
import static dev.tenon.core.fixture.Outcome.onlyStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.core.settings.SettingValue;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings below any name, and settings with aliases. */
class NamedSettingsTest {

    private static final String INTERFACE =
            """
            package sample.post;
            import dev.tenon.core.settings.*;
            import java.util.*;
            public interface Post {
                @Setting(defaultValue = "5", aliases = {"post_limit", "POST_LIMIT"}) int limit();
                Box box();
                Box box(String name);
                interface Box {
                    @Setting(min = "1", aliases = "box_size") Optional<Integer> size();
                    @Setting(aliases = "box_key") Optional<Secret> key();
                }
            }
            """;

    @TempDir Path folder;

    private final Journal journal = new Journal();
    private Path yaml;
    private Path ini;

    @BeforeEach
    void writeThePlugin() throws IOException {
        yaml = Files.writeString(folder.resolve("tenon.yaml"), "");
        ini = Files.writeString(folder.resolve("settings.conf"), "");
        Plugins.in(folder.resolve("plugins"))
                .add(
                        "post.jar",
                        plugin(
                                        "sample.post",
                                        "@dev.tenon.core.Module(settings = Post.class)",
                                        """
                                        @Override public void start(ModuleContext context) {
                                            var post = context.settings(Post.class);
                                            note("limit " + post.limit());
                                            note("all " + post.box().size());
                                            for (var name : List.of("in", "out.going", "other")) {
                                                var box = post.box(name);
                                                note(name + " " + box.size() + " " + box.key()
                                                        + " " + (box == post.box(name)));
                                            }
                                        }
                                        """
                                                + journal.members())
                                .source("sample.post.Post", INTERFACE));
    }

    @AfterEach
    void closeTheJournal() {
        journal.close();
    }

    @Test
    void aMethodWithANameReadsWhatStandsBelowIt() throws IOException {
        Files.writeString(
                yaml,
                """
                sample.post:
                  box:
                    size: 1
                    in: {size: 2, key: hunter2}
                    out.going: {size: 3}
                """);

        start();

        assertThat(journal.lines())
                .containsExactly(
                        "limit 5",
                        "all Optional[1]",
                        "in Optional[2] Optional[********] true",
                        "out.going Optional[3] Optional.empty true",
                        "other Optional.empty Optional.empty true");
    }

    @Test
    void anAliasIsUnderstoodAloneInTheCommonSectionAndInTheSectionOfItsName() throws IOException {
        Files.writeString(
                ini,
                """
                [DEFAULT]
                post_limit = 7
                box_size = 8
                [in]
                box_size = 9
                box_key = hunter2
                """);

        start();

        assertThat(journal.lines())
                .containsExactly(
                        "limit 7",
                        "all Optional[8]",
                        "in Optional[9] Optional[********] true",
                        "out.going Optional.empty Optional.empty true",
                        "other Optional.empty Optional.empty true");
    }

    @Test
    void whatAnAliasSaysInASectionIsListedByTheSettingsOwnName() throws IOException {
        Files.writeString(
                ini,
                """
                [DEFAULT]
                box_size = 8
                [in]
                box_size = 9
                box_key = hunter2
                [sample.post]
                box_size = 7
                """);

        var listed = host().plan().settings();

        assertThat(listed)
                .filteredOn(s -> s.name().startsWith("sample.post.box."))
                .filteredOn(s -> s.origin().isPresent())
                .extracting(
                        SettingValue::name,
                        s -> s.value().orElseThrow(),
                        s -> s.origin().orElseThrow())
                .containsExactly(
                        tuple("sample.post.box.size", "8", ini + " line 2"),
                        tuple("sample.post.box.in.size", "9", ini + " line 4"),
                        tuple("sample.post.box.in.key", "********", ini + " line 5"));
        assertThat(listed)
                .noneMatch(s -> s.name().startsWith("sample.post.box.DEFAULT"))
                .noneMatch(s -> s.name().startsWith("sample.post.box.sample"));
    }

    @Test
    void aWrongValueOfAnAliasInASectionIsPlanned() throws IOException {
        Files.writeString(ini, "[in]\nbox_size = none\n");

        assertThat(host().plan().problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("in.box_size", ini + " line 2"));
    }

    @Test
    void theOwnNameWinsWithinASourceAndTheStrongerSourceBetweenThem() throws IOException {
        Files.writeString(yaml, "sample.post.limit: 1\npost_limit: 2\n");
        assertThat(limit(host())).isEqualTo("1");
        assertThat(limit(host().setting("POST_LIMIT", "3"))).isEqualTo("3");
        Files.writeString(ini, "[DEFAULT]\npost_limit = 4\n");
        assertThat(limit(host())).isEqualTo("4");
        assertThat(limit(host().setting("sample.post.limit", "5"))).isEqualTo("5");
    }

    @Test
    void aDefaultOfTheProgramIsWeakerThanEveryFile() throws IOException {
        assertThat(limit(host().defaultSetting("sample.post.limit", "11"))).isEqualTo("11");
        Files.writeString(yaml, "post_limit: 12\n");
        assertThat(limit(host().defaultSetting("sample.post.limit", "11"))).isEqualTo("12");
    }

    @Test
    void aWrongValueBelowANameIsPlannedWithTheNameThatWasWritten() throws IOException {
        Files.writeString(yaml, "sample.post.box.in.size: 0\npost_limit: many\n");

        var problems = host().plan().problems();

        assertThat(problems).hasSize(2);
        assertThat(problems)
                .anySatisfy(p ->
                        assertThat(p.toString())
                                .contains(
                                        "sample.post.box.in.size", yaml + " line 1", "at least 1"))
                .anySatisfy(p -> assertThat(p.toString()).contains("post_limit", yaml + " line 2"));
    }

    @Test
    void anUnknownSettingBelowANameIsFound() throws IOException {
        Files.writeString(yaml, "sample.post.box.in.colour: red\n");

        assertThat(host().plan().problems())
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo(HostError.SETTING_UNKNOWN));
    }

    @Test
    void onlyAFrameworkModuleChoosesWhereItsNamesBegin() throws IOException {
        Plugins.in(folder.resolve("plugins"))
                .add(
                        "sly.jar",
                        plugin(
                                        "sample.sly",
                                        "@dev.tenon.core.Module(settings = Own.class,"
                                                + " settingsPrefix = \"tenon\")",
                                        "")
                                .source(
                                        "sample.sly.Own",
                                        "package sample.sly; public interface Own { String x(); }"));

        try (var host = host().start()) {
            failed(
                    host.module("sample.sly"),
                    HostError.SETTINGS_DECLARATION,
                    "Only a framework module may choose a settingsPrefix");
        }
    }

    private static PluginSource plugin(String module, String annotation, String members) {
        return PluginSource.module(module, "1.0")
                .descriptor(
                        """
                        requires dev.tenon.core;
                        exports %1$s;
                        provides dev.tenon.core.ModulePlugin with %1$s.Main;
                        """
                                .formatted(module))
                .source(
                        module + ".Main",
                        Plugins.mainClass(module, annotation + " public", members));
    }

    private String limit(HostBuilder host) {
        return host.plan().settings().stream()
                .filter(s -> s.name().equals("sample.post.limit"))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private void start() {
        try (var host = host().start()) {
            onlyStarted(host, "sample.post");
        }
    }

    private HostBuilder host() {
        return Host.builder()
                .plugins(folder.resolve("plugins"))
                .settingsFile(yaml)
                .settingsFile(ini);
    }
}
