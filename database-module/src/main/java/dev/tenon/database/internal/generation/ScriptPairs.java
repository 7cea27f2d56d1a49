package dev.tenon.database.internal.generation;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.generation.proof.Way;
import dev.tenon.database.internal.generation.writing.Steps.Later;
import dev.tenon.database.internal.lint.ScriptLint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts two ways into scripts: one pair, and one more for what runs by itself. */
final class ScriptPairs {

    private final Request request;
    private final Way up;
    private final Way down;
    private final Dialect dialect;

    ScriptPairs(Request request, Way up, Way down, Dialect dialect) {
        this.dialect = dialect;
        this.request = request;
        this.up = up;
        this.down = down;
    }

    List<GeneratedMigration> all() {
        var migrations = new ArrayList<GeneratedMigration>();
        migrations.add(
                new GeneratedMigration(
                        String.valueOf(request.version()),
                        request.description(),
                        ScriptText.of(request.description(), up, dialect),
                        ScriptText.of(title(request.description()), down, dialect),
                        up.difference().descriptions(),
                        Stream.concat(up.steps().warnings().stream(), locks().stream()).toList(),
                        up.difference().losses()));
        long version = request.version();
        for (Later later : up.steps().later()) {
            version++;
            var description = request.description() + ", " + later.what();
            migrations.add(
                    new GeneratedMigration(
                            String.valueOf(version),
                            description,
                            ScriptText.of(description, up, later.up(), dialect),
                            ScriptText.of(title(description), up, later.down(), dialect),
                            List.of(),
                            List.of(),
                            List.of()));
        }
        return List.copyOf(migrations);
    }

    /** What keeps others waiting is to be known before it is run. */
    private List<String> locks() {
        var lint = new ScriptLint(dialect, up.before().schema(), up.goal().schema());
        return lint.findings(String.join(";\n", up.steps().statements())).stream()
                .filter(f -> f.danger().isSlowForOthers())
                .map(f -> f.what() + " " + f.danger().effect() + ".")
                .distinct()
                .toList();
    }

    private static String title(String description) {
        return "Takes back: " + description;
    }
}
