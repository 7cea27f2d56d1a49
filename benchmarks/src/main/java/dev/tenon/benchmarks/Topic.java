package dev.tenon.benchmarks;

import dev.tenon.benchmarks.change.ChangeCommand;
import dev.tenon.benchmarks.crud.CrudCommand;
import dev.tenon.benchmarks.databases.DatabasesCommand;
import dev.tenon.benchmarks.migrations.MigrationsCommand;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.sessions.SessionsCommand;
import dev.tenon.benchmarks.start.StartCommand;
import dev.tenon.benchmarks.writers.WritersCommand;
import java.io.IOException;
import java.util.Locale;

/** What is measured for the documentation, in the order of its sections. */
enum Topic {
    START,
    CHANGE,
    SESSIONS,
    WRITERS,
    DATABASES,
    MIGRATIONS,
    CRUD;

    /** Measures with the default options. */
    Report measure() throws IOException {
        return switch (this) {
            case START -> new StartCommand().measure();
            case CHANGE -> new ChangeCommand().measure();
            case SESSIONS -> new SessionsCommand().measure();
            case WRITERS -> new WritersCommand().measure();
            case DATABASES -> new DatabasesCommand().measure();
            case MIGRATIONS -> new MigrationsCommand().measure();
            case CRUD -> new CrudCommand().measure();
        };
    }

    /** Returns its name in markers of a document. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
