package dev.tenon.benchmarks.change;

import dev.tenon.benchmarks.measure.Progress;
import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.plugins.GeneratedPlugins;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Installs, upgrades and uninstalls one plugin beside others, in a host in this process.
 *
 * @param plugins how many others run
 * @param warmUp rounds that do not count, for the compilers of the JVM
 */
record ChangeBenchmark(int plugins, int warmUp, int rounds) {

    ChangeResults measure() throws IOException {
        try (var folder = new TemporaryFolder()) {
            var others = GeneratedPlugins.write(plugins, folder.resolve("plugins"));
            var first = GeneratedPlugins.write(plugins, "1.0", folder.resolve("first.jar"));
            var second = GeneratedPlugins.write(plugins, "2.0", folder.resolve("second.jar"));
            try (var host =
                    Host.builder().plugins(others).workFolder(folder.resolve("work")).start()) {
                requireStarted(host);
                var progress = new Progress("change", 2);
                progress.next(warmUp + " rounds of warm-up");
                run(host, first, second, warmUp);
                progress.next(rounds + " rounds");
                return new ChangeResults(plugins, warmUp, rounds, run(host, first, second, rounds));
            }
        }
    }

    private List<ChangeFigures> run(Host host, Path first, Path second, int times) {
        var install = new ChangeSamples("install");
        var upgrade = new ChangeSamples("upgrade");
        var uninstall = new ChangeSamples("uninstall");
        for (int round = 0; round < times; round++) {
            install.add(() -> host.install(first));
            upgrade.add(() -> host.upgrade(second));
            uninstall.add(() -> host.uninstall(GeneratedPlugins.nameOf(plugins)));
        }
        return times == 0
                ? List.of()
                : List.of(install.figures(), upgrade.figures(), uninstall.figures());
    }

    private static void requireStarted(Host host) throws IOException {
        var failed =
                host.modules().stream()
                        .filter(module -> module.state() != ModuleState.STARTED)
                        .map(ModuleStatus::name)
                        .toList();
        if (!failed.isEmpty()) {
            throw new IOException("These generated plugins have not started: " + failed);
        }
    }
}
