package dev.tenon.host.internal.output;

import dev.tenon.database.admin.GeneratedPair;
import dev.tenon.database.admin.GenerationReport;
import dev.tenon.database.admin.GenerationReport.Baseline;
import java.nio.file.Path;
import java.util.List;

/** Generated migrations, for people. */
public final class GeneratedReport {

    private static final int WIDTH = 96;
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private final GenerationReport generated;
    private final Palette palette;

    private GeneratedReport(GenerationReport generated, Palette palette) {
        this.generated = generated;
        this.palette = palette;
    }

    /** Returns what each migration does and loses, where it is, and what to do next. */
    public static String of(GenerationReport generated, Palette palette) {
        return new GeneratedReport(generated, palette).text();
    }

    private String text() {
        if (generated.pairs().isEmpty()) {
            paragraph(
                    "Nothing differs: the database %s is what the module %s declares."
                            .formatted(generated.database(), generated.module()));
            return text.toString();
        }
        for (GeneratedPair pair : generated.pairs()) {
            add(pair);
        }
        paragraph(proof());
        generated.baseline().ifPresent(this::add);
        if (generated.isWritten()) {
            line("Next: read the scripts, build the module with them, and run");
            line(INDENT + "tenon db migrate --module " + generated.module());
        } else {
            line("Nothing was written.");
        }
        return text.toString();
    }

    private void add(GeneratedPair pair) {
        line(
                palette.heading(
                        "%s \"%s\" for %s on %s"
                                .formatted(
                                        pair.version(),
                                        pair.description(),
                                        generated.database(),
                                        generated.engine())));
        script(pair.up());
        script(pair.down());
        list("does", pair.changes());
        list(palette.warning("loses"), pair.losses());
        list(palette.warning("to be known"), pair.warnings());
        line("");
    }

    private void script(GeneratedPair.Script script) {
        var here = Path.of("").toAbsolutePath();
        var file = script.file();
        line(INDENT + (file.startsWith(here) ? here.relativize(file) : file));
        if (!generated.isWritten()) {
            script.text().lines().forEach(l -> line(INDENT + INDENT + l));
        }
    }

    private void list(String what, List<String> all) {
        all.forEach(one -> line(INDENT + what + ": " + one));
    }

    private String proof() {
        var way = "up, down and up again";
        return generated.tables() == 0
                ? "Proved on a database without tables: %s.".formatted(way)
                : "Proved on a copy: %s. The values of %d %s in %d %s are kept."
                        .formatted(
                                way,
                                generated.rows(),
                                generated.rows() == 1 ? "row" : "rows",
                                generated.tables(),
                                generated.tables() == 1 ? "table" : "tables");
    }

    private void add(Baseline baseline) {
        if (baseline.isKnown()) {
            paragraph(
                    "Databases whose tables the module has made from the same model, without"
                            + " migrations, are at version %s; hosts see that for themselves."
                                    .formatted(baseline.version()));
        } else {
            line("Databases that have these tables already need a setting that says so:");
            line(
                    "%stenon.database.%s.baseline = %s"
                            .formatted(INDENT, generated.database(), baseline.version()));
        }
    }

    private void paragraph(String sentences) {
        line(Paragraph.wrap(sentences, WIDTH).replace("\n", System.lineSeparator()));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append(System.lineSeparator());
    }
}
