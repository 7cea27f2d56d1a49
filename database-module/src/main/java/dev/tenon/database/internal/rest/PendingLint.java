package dev.tenon.database.internal.rest;

import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.ScriptFinding;
import dev.tenon.database.internal.lint.Finding;
import dev.tenon.database.internal.lint.ScriptLint;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migrations;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is dangerous in the scripts that have not run: those that have can do no more harm.
 */
record PendingLint(ScriptLint lint) {

    List<ScriptFinding> findings(Migrations migrations, List<MigrationStatus> pending) {
        var places =
                pending.stream().map(MigrationStatus::place).flatMap(Optional::stream).toList();
        return migrations
                .all()
                .filter(Migration.Script.class::isInstance)
                .map(Migration.Script.class::cast)
                .filter(s -> places.contains(s.place()))
                .flatMap(s -> lint.findings(s.text()).stream().map(f -> finding(s.place(), f)))
                .toList();
    }

    private static ScriptFinding finding(String place, Finding found) {
        return new ScriptFinding(place, found.line(), found.danger().id(), found.problem(place));
    }
}
