package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.fixture.Outcome;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders from which no plugin can be made. */
class BrokenFilesTest {
    private static final int MAJOR_VERSION_OFFSET = 6;

    @TempDir Path folder;
    private Path plugins;

    /** Puts a plugin beside the bad ones that none of them may harm. */
    @BeforeEach
    void addUnconcernedPlugin() {
        plugins = folder.resolve("plugins");
        Plugins.in(plugins).add("sample.unconcerned");
    }

    @Test
    void aJarThatWasCutOff() throws IOException {
        Path jar = Plugins.in(plugins).add("sample.a");
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));

        fails(
                "sample.a.jar",
                HostError.BROKEN_JAR,
                "The file sample.a.jar cannot be read as a module.",
                "a copy that was cut off is the usual cause");
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(plugins.resolve("empty.jar"));

        fails("empty.jar", HostError.BROKEN_JAR, "The file empty.jar cannot be read");
    }

    @Test
    void aFileThatIsNoZip() throws IOException {
        Files.writeString(plugins.resolve("text.jar"), "This is no jar at all. ".repeat(100));

        fails("text.jar", HostError.BROKEN_JAR, "The file text.jar cannot be read");
    }

    @Test
    void aDescriptorThatIsNoClassFile() throws IOException {
        Path classes = Plugins.plugin("sample.a", "", "").directory(plugins.resolve("a"));
        Files.writeString(classes.resolve("module-info.class"), "module sample.a {}");

        fails("a", HostError.BROKEN_JAR, "cannot be read as a module", "magic");
    }

    @Test
    void aDescriptorThatWasCutOff() throws IOException {
        Path classes = Plugins.plugin("sample.a", "", "").directory(plugins.resolve("a"));
        Path descriptor = classes.resolve("module-info.class");
        byte[] whole = Files.readAllBytes(descriptor);
        Files.write(descriptor, Arrays.copyOf(whole, whole.length - 20));

        fails("a", HostError.BROKEN_JAR, "cannot be read as a module");
    }

    @Test
    void aDescriptorOfANewerJava() throws IOException {
        Path classes = Plugins.plugin("sample.a", "", "").directory(plugins.resolve("a"));
        makeNewer(classes.resolve("module-info.class"));

        fails("a", HostError.BROKEN_JAR, "cannot be read as a module", "version 99");
    }

    @Test
    void aPluginClassOfANewerJava() throws IOException {
        Path classes = Plugins.plugin("sample.a", "", "").directory(plugins.resolve("a"));
        makeNewer(classes.resolve("sample/a/Main.class"));

        fails("sample.a", HostError.BAD_PROVIDER, "sample.a.Main, which cannot be used", "99");
    }

    @Test
    void aClassOfANewerJavaThatThePluginUses() throws IOException {
        Path classes =
                Plugins.plugin(
                                "sample.a",
                                "",
                                "@Override public void start(ModuleContext c) { new Used(); }")
                        .source("sample.a.Used", "package sample.a; class Used {}")
                        .directory(plugins.resolve("a"));
        makeNewer(classes.resolve("sample/a/Used.class"));

        fails(
                "sample.a",
                HostError.LINKAGE_FAILED,
                "UnsupportedClassVersionError",
                "class file version 99");
    }

    /** Cuts the class file at every place: whatever is missing of it must not harm the plan. */
    @Test
    void aPluginClassThatWasCutOffAnywhere() throws IOException {
        Path classes = Plugins.plugin("sample.a", "", "").directory(plugins.resolve("a"));
        Path type = classes.resolve("sample/a/Main.class");
        byte[] whole = Files.readAllBytes(type);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(type, Arrays.copyOf(whole, length));
            Outcome.failed(
                    Outcome.planned(Host.builder().plugins(plugins).plan(), "sample.a"),
                    HostError.BAD_PROVIDER,
                    "sample.a.Main, which cannot be used");
        }
    }

    @Test
    void aJarWithoutADescriptor() {
        PluginSource.module("sample.a", "")
                .noDescriptor()
                .source("sample.a.A", "package sample.a; public class A {}")
                .jar(plugins.resolve("plain.jar"));

        fails(
                "plain.jar",
                HostError.NOT_A_MODULE,
                "The file plain.jar is not a module.",
                "It has no module-info.class.",
                "Add a module-info.java");
    }

    @Test
    void aModuleWithoutAPlugin() {
        Plugins.library("lib.text", "1", "").jar(plugins.resolve("text.jar"));

        fails(
                "text.jar",
                HostError.NO_PLUGIN,
                "No module in text.jar is a plugin (lib.text).",
                "does not provide dev.tenon.core.ModulePlugin");
    }

    @Test
    void aFolderWithTwoPlugins() {
        Plugins.in(plugins.resolve("both")).add("sample.a");
        Plugins.in(plugins.resolve("both")).add("sample.b");

        fails(
                "both",
                HostError.SEVERAL_PLUGINS,
                "Several modules in both are plugins: sample.a, sample.b.",
                "put further ones into plugins of their own");
    }

    @Test
    void anEmptyFolder() throws IOException {
        Files.createDirectory(plugins.resolve("hollow"));

        fails(
                "hollow",
                HostError.NOT_A_MODULE,
                "The folder hollow is not a plugin.",
                "It holds neither a module-info.class nor a jar.");
    }

    @Test
    void aPluginWhoseLibraryIsBroken() throws IOException {
        Plugins.in(plugins.resolve("a")).add("sample.a");
        Files.createDirectory(plugins.resolve("a/lib"));
        Files.createFile(plugins.resolve("a/lib/broken.jar"));

        fails("a", HostError.BROKEN_JAR, "cannot be read as a module", "broken.jar");
    }

    private void fails(String name, HostError code, String... parts) {
        try (Host host = Host.builder().plugins(plugins).start()) {
            Outcome.failed(host.module(name), code, parts);
            Outcome.onlyStarted(host, "sample.unconcerned");
        }
    }

    private static void makeNewer(Path classFile) throws IOException {
        byte[] bytes = Files.readAllBytes(classFile);
        ByteBuffer.wrap(bytes).putShort(MAJOR_VERSION_OFFSET, (short) 99);
        Files.write(classFile, bytes);
    }
}
