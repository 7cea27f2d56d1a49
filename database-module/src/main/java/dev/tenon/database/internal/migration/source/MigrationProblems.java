package dev.tenon.database.internal.migration.source;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.MigrationError;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the migrations of one module. Used by one thread. */
final class MigrationProblems {

    private final String module;
    private final List<Problem> problems = new ArrayList<>();

    MigrationProblems(String module) {
        this.module = module;
    }

    /** Adds what keeps the module from starting. */
    void error(MigrationError error, String place, String cause) {
        problems.add(Problem.error(error, fact(place), cause, error.remedy()));
    }

    /** Adds what is only worth a look. */
    void warning(MigrationError error, String place, String cause) {
        problems.add(Problem.warning(error, fact(place), cause, error.remedy()));
    }

    private String fact(String place) {
        return "The migration " + shown(place) + " of the module " + module + " cannot be used.";
    }

    /** Returns the text free of what would steer a terminal. */
    static String shown(String text) {
        return text.replaceAll("\\p{C}", "?");
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
