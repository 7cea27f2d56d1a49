package dev.tenon.database.internal.module;

import dev.tenon.core.ModuleData;
import dev.tenon.core.spi.Disposal;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.backup.Backup;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.record.SchemaHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What becomes of the database of a module that is uninstalled. */
final class DatabaseDisposal implements Disposal {

    private final SchemaOwner owner;
    private final Declaration declared;
    private final ModuleData data;
    private final DatabaseOpener opener;
    private final Supplier<SchemaHistory> history;
    private final BooleanSupplier isOpen;
    private Optional<Path> archive = Optional.empty();

    /**
     * @param history keeps the record
     * @param isOpen whether the module has it still open
     */
    DatabaseDisposal(
            SchemaOwner owner,
            Declaration declared,
            ModuleData data,
            DatabaseOpener opener,
            Supplier<SchemaHistory> history,
            BooleanSupplier isOpen) {
        this.owner = owner;
        this.declared = declared;
        this.data = data;
        this.opener = opener;
        this.history = history;
        this.isOpen = isOpen;
    }

    @Override
    public String subject() {
        return "the database " + name() + " in " + opener.place(name());
    }

    @Override
    public Optional<Path> archive() {
        requireClosed();
        opener.hold(name());
        var subject = opener.subject(declared, owner.version(), schemaVersion());
        if (subject.isEmpty()) {
            opener.requireMissing(name());
        }
        archive =
                subject.map(Backup::new)
                        .map(backup ->
                                backup.takeProved(backup.archiveFile(folder()), Progress.NONE)
                                        .file());
        return archive;
    }

    private Path folder() {
        return data instanceof ModuleData.Archive(Optional<Path> folder) && folder.isPresent()
                ? folder.get()
                : DatabasePlace.of(opener.settings(), name()).archive();
    }

    private String schemaVersion() {
        try (var opened = opener.openIfThere(name()).orElse(null)) {
            return opened == null ? "" : opened.version();
        }
    }

    @Override
    public void discardArchive() throws IOException {
        if (archive.isPresent()) {
            Files.deleteIfExists(archive.get());
        }
    }

    @Override
    public void drop() {
        requireClosed();
        var record = history.get();
        archive.ifPresent(record::archived);
        var begun = Instant.now();
        try {
            opener.remove(name());
            record.dropped(begun, Optional.empty());
        } catch (RuntimeException e) {
            record.dropped(begun, Optional.of(e));
            throw e;
        }
    }

    /** A module that did not stop in time may yet write. */
    private void requireClosed() {
        if (isOpen.getAsBoolean()) {
            throw new Failures(name())
                    .of(
                            DatabaseError.NOT_REMOVED,
                            "The database " + name() + " is neither archived nor dropped.",
                            "The module " + owner.module() + " has not let go of it in time.",
                            null,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    private String name() {
        return declared.database();
    }
}
