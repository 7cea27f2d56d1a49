package dev.tenon.host.internal.output;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.PlannedModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is known of modules without running them, for people. */
public final class ModulesReport {

    private static final int DESCRIPTION = 80;

    private ModulesReport() {}

    /** Returns a table of the modules. */
    public static String of(List<PlannedModule> modules, Palette palette) {
        if (modules.isEmpty()) {
            return "There are no modules." + System.lineSeparator();
        }
        var table =
                new Table()
                        .row(
                                palette.heading("MODULE"),
                                palette.heading("VERSION"),
                                palette.heading("ORIGIN"),
                                palette.heading("TITLE"),
                                palette.heading("REQUIRES"),
                                palette.heading("LOCATION"),
                                palette.heading("DESCRIPTION"));
        for (PlannedModule module : modules) {
            var info = module.info();
            table.row(
                    info.name(),
                    info.version().orElse("-"),
                    origin(info),
                    info.title(),
                    dash(String.join(", ", info.requires())),
                    location(info),
                    dash(info.description()));
        }
        return table.toString();
    }

    /** Returns everything about one module. */
    public static String of(PlannedModule module, Palette palette) {
        var info = module.info();
        var table =
                new Table()
                        .row(palette.heading("Module"), info.name())
                        .row(palette.heading("Version"), info.version().orElse("-"))
                        .row(palette.heading("Title"), info.title());
        var heading = palette.heading("Description");
        for (String line : Paragraph.wrap(dash(info.description()), DESCRIPTION).lines().toList()) {
            table.row(heading, line);
            heading = "";
        }
        table.row(palette.heading("Origin"), origin(info))
                .row(palette.heading("Location"), location(info))
                .row(palette.heading("Requires"), dash(String.join(", ", info.requires())))
                .row(palette.heading("Plan"), plan(module, palette));
        module.problems().forEach(p -> table.note(ProblemText.paragraph(p, palette)));
        return table.toString();
    }

    private static String plan(PlannedModule module, Palette palette) {
        return module.wave() < 0
                ? palette.state(module.state())
                : "can start, in wave " + module.wave();
    }

    private static String origin(ModuleInfo info) {
        return info.origin().name().toLowerCase(Locale.ROOT);
    }

    private static String location(ModuleInfo info) {
        return info.location().map(Path::toString).orElse("-");
    }

    private static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
