package dev.tenon.host.internal.output;

import dev.tenon.host.internal.doctor.Diagnosis;
import dev.tenon.host.internal.doctor.Finding;
import java.util.Locale;

/** A diagnosis, for people. */
public final class DoctorReport {

    private DoctorReport() {}

    /** Returns a line for each finding, with what is wrong below it, and a summary. */
    public static String of(Diagnosis diagnosis, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("STATE"),
                                palette.heading("OF"),
                                palette.heading("CHECK"),
                                palette.heading("FINDING"));
        for (var entry : diagnosis.entries()) {
            table.row(
                    state(entry.state(), palette),
                    entry.group().name().toLowerCase(Locale.ROOT),
                    entry.check(),
                    entry.finding() instanceof Finding.Fine(var fact) ? fact : "");
            if (entry.finding() instanceof Finding.Flaw(var problem)) {
                table.note(ProblemText.paragraph(problem, palette));
            }
        }
        return table
                + "%n%d OK, %d WARNING, %d ERROR%n"
                        .formatted(
                                diagnosis.count("OK"),
                                diagnosis.count("WARNING"),
                                diagnosis.count("ERROR"));
    }

    private static String state(String state, Palette palette) {
        return switch (state) {
            case "ERROR" -> palette.error(state);
            case "WARNING" -> palette.warning(state);
            default -> state;
        };
    }
}
