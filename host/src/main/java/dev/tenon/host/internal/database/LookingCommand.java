package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.host.internal.json.MigrationsDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.Palette;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What the commands have in common that tell how the migrations of databases stand. */
abstract class LookingCommand extends DatabaseCommand {

    @Mixin SelectedDatabases selected = new SelectedDatabases();

    LookingCommand(Output output) {
        super(output);
    }

    @Override
    final int run(DatabaseAdministration databases, Plan plan) {
        var all = selected.of(databases, plan).stream().map(this::look).toList();
        if (json) {
            output().print(MigrationsDocument.of(all));
        } else {
            output().print(report(all, output().palette()));
        }
        return all.stream().allMatch(this::isWell) ? ExitCode.SUCCESS : ExitCode.NOT_STARTED;
    }

    /** Returns how a database stands. */
    DatabaseStatus look(ManagedDatabase database) {
        return database.status();
    }

    /** Returns what people read of it. */
    abstract String report(List<DatabaseStatus> all, Palette palette);

    /** Returns whether the command ends well. */
    boolean isWell(DatabaseStatus status) {
        return status.isSound();
    }
}
