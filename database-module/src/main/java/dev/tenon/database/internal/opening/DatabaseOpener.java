package dev.tenon.database.internal.opening;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.backup.BackupSubject;
import dev.tenon.database.internal.backup.DatabaseSnapshots;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.file.WorkFolder;
import dev.tenon.database.internal.place.DataFolders;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.place.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens databases where and how the settings want them. Safe for use by many threads. */
public record DatabaseOpener(DatabaseSettings settings, Engines engines, DataFolders folders) {

    /**
     * A database as the settings want it.
     *
     * @param settings how it is opened; on a server, how the database is made
     */
    private record Wanted(DatabasePlace place, Engine engine, StoreSettings settings) {

        Optional<Path> file() {
            return DatabaseOpener.file(engine, settings);
        }

        /** Returns the settings of the database itself, if it is there. */
        Optional<StoreSettings> found() {
            var file = file();
            if (file.isPresent()) {
                return file.filter(Files::exists).map(_ -> settings);
            }
            return engine.provisioning()
                    .filter(p -> p.isWanted(settings))
                    .map(p -> p.find(settings, place.secrets()))
                    .orElse(Optional.of(settings));
        }

        /** Returns whether it is on a server where it is made, also if it cannot be opened. */
        boolean isOnServer() {
            return engine.provisioning()
                    .filter(p -> p.isWanted(settings))
                    .filter(p -> p.isThere(settings, place.secrets()))
                    .isPresent();
        }

        /** Returns the settings of the database itself, which is made on the server if need be. */
        StoreSettings provided() {
            return engine.provisioning()
                    .filter(p -> p.isWanted(settings))
                    .map(p -> p.provide(settings, place.secrets()))
                    .orElse(settings);
        }

        BackupSubject subject(
                StoreSettings own,
                Declaration declared,
                String moduleVersion,
                String schemaVersion) {
            return new BackupSubject(
                    engine,
                    own,
                    declared.module(),
                    declared.formerModules(),
                    moduleVersion,
                    schemaVersion);
        }

        /** Returns the settings under which a copy of its file is opened as it would be. */
        StoreSettings at(Path copy) {
            return settings.at("jdbc:sqlite:" + copy);
        }

        OpenDatabase open(StoreSettings own) {
            return OpenDatabase.open(engine, own, place.snapshotsKept());
        }
    }

    private Wanted wanted(String name) {
        var place = DatabasePlace.of(settings, name);
        var wanted = place.settings();
        return new Wanted(place, engines.of(wanted), wanted);
    }

    /**
     * Holds the folder of the database of the given name, if it is a file.
     *
     * @throws dev.tenon.database.error.DatabaseException if another host holds it, or it cannot be
     *     used
     */
    public void hold(String name) {
        hold(wanted(name));
    }

    private void hold(Wanted wanted) {
        wanted.file()
                .map(file -> file.toAbsolutePath().getParent())
                .ifPresent(folder -> folders.hold(wanted.settings.database(), folder));
    }

    /**
     * Opens the database of the given name; makes it where it is missing.
     *
     * @throws dev.tenon.database.error.DatabaseException if that cannot be
     */
    public OpenDatabase open(String name) {
        var wanted = wanted(name);
        hold(wanted);
        // First, because it waits for a server that is not up yet.
        var opened = wanted.open(wanted.provided());
        try {
            opened.finishChange();
            return opened;
        } catch (Throwable t) {
            opened.close();
            throw t;
        }
    }

    /**
     * Returns the engine of the database of the given name.
     *
     * @throws dev.tenon.database.error.DatabaseException if its settings cannot be used
     */
    public Engine engine(String name) {
        return wanted(name).engine;
    }

    /**
     * Returns where the database of the given name is, for people: the file, or the address of the
     * server up to what may be secret in it.
     *
     * @throws dev.tenon.database.error.DatabaseException if its settings cannot be used
     */
    public String place(String name) {
        var wanted = wanted(name);
        return wanted.file()
                .map(Path::toString)
                .orElseGet(() -> wanted.settings.url().replaceFirst("[?;].*", ""));
    }

    /**
     * Returns whether the database of the given name is there; changes nothing.
     *
     * @throws dev.tenon.database.error.DatabaseException if its settings cannot be used
     */
    public boolean exists(String name) {
        return wanted(name).found().isPresent();
    }

    /**
     * Opens the database of the given name if it is there, also while a host uses its folder.
     *
     * @throws dev.tenon.database.error.DatabaseException if it cannot be opened
     */
    public Optional<OpenDatabase> openIfThere(String name) {
        var wanted = wanted(name);
        return wanted.found().map(wanted::open);
    }

    /**
     * Makes a folder for copies of the database of the given name: beside it, if it is a file.
     *
     * @throws IOException if there is no place for one
     */
    public WorkFolder workFolder(String name) throws IOException {
        var wanted = wanted(name);
        return WorkFolder.in(
                wanted.file()
                        .map(f -> requireNonNull(f.toAbsolutePath().getParent()))
                        .orElseGet(wanted.place::folder));
    }

    /** Opens a file as the database of the given name would be opened if it were there. */
    public Store openFile(String name, Path file) {
        var wanted = wanted(name);
        return wanted.engine.open(wanted.at(file));
    }

    /**
     * Opens a database without tables as that of the given name, which is not there: a file in the
     * folder; on a server the database itself, which is made.
     *
     * @throws dev.tenon.database.error.DatabaseException if it cannot be made
     */
    public Store openEmpty(String name, WorkFolder folder) {
        var wanted = wanted(name);
        return wanted.file().isPresent()
                ? openFile(name, folder.file("empty.db"))
                : wanted.engine.open(wanted.provided());
    }

    /** Returns the snapshots of the database of the given name, which is there. */
    public DatabaseSnapshots snapshots(String name) {
        var wanted = wanted(name);
        return new DatabaseSnapshots(
                wanted.engine.snapshots(),
                wanted.found().orElse(wanted.settings),
                wanted.place.snapshotsKept());
    }

    /**
     * Does something with a copy of the database of the given name, if it is there, and can be
     * copied as a file.
     *
     * @return whether that was done
     * @throws dev.tenon.database.error.DatabaseException if it cannot be copied
     * @throws IOException if there is no place for the copy
     */
    public boolean withCopy(String name, Consumer<OpenDatabase> work) throws IOException {
        var wanted = wanted(name);
        var file = wanted.file().filter(Files::exists);
        var backups = wanted.engine.backups();
        if (file.isEmpty() || backups.isEmpty()) {
            return false;
        }
        try (var folder = workFolder(name)) {
            var copy = folder.newFile("rehearsal.db");
            var _ = backups.get().copy(wanted.settings, copy, Progress.NONE);
            try (var opened = OpenDatabase.open(wanted.engine, wanted.at(copy), 0)) {
                work.accept(opened);
            }
        }
        return true;
    }

    /**
     * Returns what is copied of the database of the given name, if it is there.
     *
     * @param declared what its module declares
     * @param moduleVersion the version of the module, empty if it has none
     * @param schemaVersion the version of its schema, empty if it has none
     */
    public Optional<BackupSubject> subject(
            Declaration declared, String moduleVersion, String schemaVersion) {
        var wanted = wanted(declared.database());
        return wanted.found()
                .map(own -> wanted.subject(own, declared, moduleVersion, schemaVersion));
    }

    /**
     * Returns what a backup is restored to: as {@link #subject}, and a file that is not there, too.
     */
    public Optional<BackupSubject> subjectToReplace(
            Declaration declared, String moduleVersion, String schemaVersion) {
        var wanted = wanted(declared.database());
        return wanted.file()
                .map(_ -> wanted.settings)
                .or(wanted::found)
                .map(own -> wanted.subject(own, declared, moduleVersion, schemaVersion));
    }

    /**
     * Returns whether the database of the given name was made by Tenon, or will be: rather than
     * named by somebody who has made it.
     *
     * @throws dev.tenon.database.error.DatabaseException if its settings cannot be used
     */
    public boolean isTenons(String name) {
        var wanted = wanted(name);
        return wanted.engine
                .provisioning()
                .map(p -> p.isWanted(wanted.settings))
                .orElse(!wanted.place.isNamed());
    }

    /**
     * Makes sure that the database of the given name, which was not found, is not there: what
     * cannot be looked into must not be taken for nothing.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-015} if it is there
     */
    public void requireMissing(String name) {
        if (wanted(name).isOnServer()) {
            throw new Failures(name)
                    .of(
                            DatabaseError.NOT_REMOVABLE,
                            "The database " + name + " is not removed.",
                            "It is in "
                                    + place(name)
                                    + ", but its own user cannot open it, so it is not known whose"
                                    + " it is and what it holds. The password was changed there, or"
                                    + " a right taken away.",
                            null,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    /**
     * Removes the database of the given name, which Tenon has made, and nobody uses.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-016} if something remains
     */
    public void remove(String name) {
        var wanted = wanted(name);
        hold(wanted);
        wanted.engine.delete(wanted.settings);
        wanted.engine
                .provisioning()
                .filter(p -> p.isWanted(wanted.settings))
                .ifPresent(p -> p.remove(wanted.settings, wanted.place.secrets()));
    }

    /**
     * Returns the file that the settings name, if the engine has files.
     *
     * @throws dev.tenon.database.error.DatabaseException if it is none that can be
     */
    public static Optional<Path> file(Engine engine, StoreSettings wanted) {
        try {
            return engine.file(wanted);
        } catch (IllegalArgumentException e) {
            throw new Failures(wanted.database())
                    .of(
                            DatabaseError.BAD_SETTING,
                            "The database " + wanted.database() + " cannot be opened as it is set.",
                            Problem.describe(e),
                            e,
                            CommitOutcome.NOT_APPLIED);
        }
    }
}
