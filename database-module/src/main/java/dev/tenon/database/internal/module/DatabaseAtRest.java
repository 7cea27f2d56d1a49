package dev.tenon.database.internal.module;

import dev.tenon.database.WriteOptions;
import dev.tenon.database.admin.DatabaseSummary;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.database.admin.StatementResult;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.util.List;
import java.util.Optional;

/** One database of a module that does not run. */
final class DatabaseAtRest implements ManagedDatabase, AutoCloseable {

    private final String name;
    private final String module;
    private final DatabaseOpener opener;
    private Optional<OpenDatabase> open = Optional.empty();

    DatabaseAtRest(String name, String module, DatabaseOpener opener) {
        this.name = name;
        this.module = module;
        this.opener = opener;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public DatabaseSummary summary() {
        var engine = Optional.<String>empty();
        var place = Optional.<String>empty();
        try {
            engine = Optional.of(opener.engine(name).name());
            place = Optional.of(opener.place(name));
            return new DatabaseSummary(name, module, engine, place, exists(), Optional.empty());
        } catch (DatabaseException e) {
            return new DatabaseSummary(
                    name, module, engine, place, false, Optional.of(e.problem()));
        }
    }

    private boolean exists() {
        return open.isPresent() || opener.exists(name);
    }

    @Override
    public List<StatementResult> query(List<String> statements, int limit) {
        return opened().sessions().read(s -> new StatementRun(limit).all(s, statements));
    }

    @Override
    public List<StatementResult> execute(List<String> statements, int limit) {
        if (exists()) {
            opener.hold(name);
        }
        return opened().sessions()
                .write(
                        WriteOptions.DEFAULT.noRetry(),
                        s -> new StatementRun(limit).all(s, statements));
    }

    private OpenDatabase opened() {
        if (open.isEmpty()) {
            open = opener.openIfThere(name);
        }
        return open.orElseThrow(() ->
                new Failures(name)
                        .of(
                                DatabaseError.MISSING_DATABASE,
                                "There is no database " + name + " yet.",
                                "It would be " + opener.place(name) + ".",
                                null,
                                CommitOutcome.NOT_APPLIED));
    }

    @Override
    public void close() {
        open.ifPresent(OpenDatabase::close);
        open = Optional.empty();
    }
}
