package dev.tenon.host.internal.output;

import dev.tenon.host.internal.json.VersionDocument;

/** What this program is and what it runs on, for people. */
public final class VersionReport {

    private VersionReport() {}

    /** Returns one line for each party. */
    public static String of(VersionDocument version, Palette palette) {
        return new Table()
                .row(palette.heading("Tenon"), version.tenon())
                .row(palette.heading("Java"), version.java() + " (" + version.vendor() + ")")
                .row(palette.heading("System"), version.os() + " " + version.arch())
                .row(palette.heading("Home"), version.home().orElse("-"))
                .toString();
    }
}
