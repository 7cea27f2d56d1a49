package dev.tenon.database.internal.opening;

import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import dev.tenon.core.settings.SettingValue;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.record.FrameworkSchema;
import dev.tenon.database.internal.record.Recorder;
import dev.tenon.database.internal.record.SchemaHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framework's own database: which modules there are, the settings in force, what became of each
 * schema, and what happened when. It is opened with the first database of a module; what happened
 * before is recorded then. If it cannot be used, modules work on, and the log says so.
 *
 * <p>Safe for use by many threads.
 */
public final class FrameworkDatabase implements AutoCloseable {

    /** Its name, which no module can have. */
    public static final String NAME = "framework";

    /** The module whose it is. */
    static final String MODULE = "dev.tenon.database";

    private static final SchemaOwner OWNER = new SchemaOwner(MODULE, "", NAME);

    /** What the framework declares of it. */
    public static final Declaration DECLARATION =
            new Declaration(
                    MODULE,
                    NAME,
                    Optional.of(FrameworkSchema.SCHEMA),
                    List.of(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Migrations.NONE,
                    List.of());

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkDatabase.class);

    private final Recorder recorder = new Recorder();
    private boolean tried;
    private @Nullable OpenDatabase database;

    /** Opens it, unless that was tried before. */
    public synchronized void open(Supplier<OpenDatabase> opening) {
        if (tried) {
            return;
        }
        tried = true;
        try {
            var opened = opening.get();
            try {
                var _ =
                        opened.create(
                                FrameworkSchema.SCHEMA,
                                OWNER,
                                ModuleMigrations.Settings.DEFAULT,
                                Progress.NONE);
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
            database = opened;
            recorder.recordTo(opened.sessions());
        } catch (RuntimeException e) {
            recorder.giveUp();
            LOG.error(
                    "The framework's own database cannot be used; modules work on, and what happens"
                            + " to them is not recorded. {}",
                    text(e),
                    e);
        }
    }

    /** Returns the record of the schema of a module's database on the engine of that name. */
    public SchemaHistory historyOf(SchemaOwner owner, String engine) {
        return new SchemaHistory(recorder, owner, engine);
    }

    private static String text(Throwable thrown) {
        return thrown instanceof TenonException e
                ? e.problem().toString()
                : Problem.describe(thrown);
    }

    /** Records the settings in force. */
    public void planned(Plan plan) {
        var now = Instant.now();
        recorder.record(s -> {
            s.execute(FrameworkSchema.DELETE_SETTINGS);
            var batch = s.batch(FrameworkSchema.INSERT_SETTING);
            for (SettingValue setting : plan.settings()) {
                if (setting.origin().isPresent() && !setting.name().contains("*")) {
                    batch.add(setting.name(), setting.value(), setting.origin(), now);
                }
            }
            batch.execute();
        });
    }

    /** Records what has become of a module. */
    public void changed(ModuleStatus module, ModuleState from) {
        var state = module.state();
        if (state == ModuleState.RESOLVED || state == ModuleState.READY) {
            return;
        }
        var now = Instant.now();
        recorder.record(s -> {
            s.execute(
                    FrameworkSchema.INSERT_AUDIT,
                    now,
                    module.name(),
                    module.info().version().orElse(""),
                    state.name(),
                    module.error().map(Object::toString));
            if (s.execute(
                            FrameworkSchema.UPDATE_MODULE,
                            version(module),
                            state.name(),
                            now,
                            module.name())
                    == 0) {
                s.execute(
                        FrameworkSchema.INSERT_MODULE,
                        module.name(),
                        version(module),
                        state.name(),
                        now,
                        now);
            }
        });
    }

    private static String version(ModuleStatus module) {
        return module.info().version().orElse("");
    }

    @Override
    public synchronized void close() {
        recorder.close();
        if (database != null) {
            database.close();
        }
    }
}
