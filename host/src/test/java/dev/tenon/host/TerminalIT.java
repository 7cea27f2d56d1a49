package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Colours: only where somebody sees them. */
class TerminalIT {

    private static final String GREEN = "\u001B[32mSTARTED\u001B[0m";

    @TempDir Path folder;
    private Plugins plugins;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        plugins = new Plugins(folder.resolve("plugins")).quiet("sample.a");
        tenon = new Tenon(folder).with("TERM", "xterm");
    }

    @Test
    void aPipeGetsNoColours() throws Exception {
        assertThat(tenon.run("run", "--check", "--plugins", plugins.path()).out())
                .doesNotContain("\u001B");
    }

    @Test
    @EnabledIf("canMakeTerminals")
    void aTerminalGetsColours() throws Exception {
        assertThat(onTerminal("").out()).contains(GREEN);
    }

    @Test
    @EnabledIf("canMakeTerminals")
    void aTerminalGetsNoneIfItsUserWantsNone() throws Exception {
        assertThat(onTerminal("NO_COLOR=1").out()).contains("STARTED").doesNotContain("\u001B");
    }

    @Test
    @EnabledIf("canMakeTerminals")
    void aTerminalGetsNoneIfItHasNone() throws Exception {
        assertThat(onTerminal("TERM=dumb").out()).contains("STARTED").doesNotContain("\u001B");
    }

    private Tenon.Finished onTerminal(String environment) throws InterruptedException {
        return tenon.shell(
                "script -qec \"env %s '$0' run --check --plugins '%s'\" /dev/null"
                        .formatted(environment, plugins.path()));
    }

    /** Whether there is the script of util-linux. */
    static boolean canMakeTerminals() {
        return Files.isExecutable(Path.of("/usr/bin/script")) && Files.exists(Path.of("/proc"));
    }
}
