package dev.tenon.database.internal.generation;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.generation.proof.Way;
import dev.tenon.database.internal.generation.writing.Steps.Later;
import java.util.ArrayList;
import java.util.List;

/** Puts two ways into scripts: one pair, and one more for what runs by itself. */
final class Migrations {

    private final Request request;
    private final Way up;
    private final Way down;
    private final Dialect dialect;

    Migrations(Request request, Way up, Way down, Dialect dialect) {
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
                        up.steps().warnings(),
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
                            List.of()));
        }
        return List.copyOf(migrations);
    }

    private static String title(String description) {
        return "Takes back: " + description;
    }
}
