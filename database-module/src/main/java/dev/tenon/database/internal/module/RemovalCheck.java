package dev.tenon.database.internal.module;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.internal.creation.DatabaseClaim;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.internal.place.DatabasePlace;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether a database may be removed together with its module; changes nothing. */
record RemovalCheck(SchemaOwner owner, DatabaseOpener opener) {

    /**
     * Refuses what would take somebody else's data.
     *
     * @param staying what the modules declare that are there afterwards
     * @param isOpen whether the module has it open, and so has been found to be its owner
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-015}
     */
    void require(Stream<Declaration> staying, boolean isOpen) {
        var place = DatabasePlace.of(opener.settings(), owner.database());
        if (!opener.isTenons(owner.database())) {
            throw refused(
                    "The setting " + place.urlSetting() + " names it, so it was not made by Tenon.",
                    Optional.empty());
        }
        staying.filter(other -> other.database().equals(owner.database()))
                .findFirst()
                .ifPresent(other -> {
                    throw refused(
                            "The module "
                                    + other.module()
                                    + " has it after the change. Make two changes of this one.",
                            Optional.empty());
                });
        if (!isOpen) {
            requireOwner();
        }
    }

    /** A module that has failed may have done so because the database is another's. */
    private void requireOwner() {
        try (var opened = opener.openIfThere(owner.database()).orElse(null)) {
            if (opened != null) {
                requireOwner(opened);
            } else {
                opener.requireMissing(owner.database());
            }
        }
    }

    private void requireOwner(OpenDatabase opened) {
        Dialect dialect = opened.store().dialect();
        try (var connection = opened.store().connect()) {
            new DatabaseClaim(owner, dialect).require(connection);
        } catch (InvalidSchemaException e) {
            throw refused(e.problem().cause(), Optional.of(e));
        } catch (SQLException e) {
            throw new Failures(owner.database())
                    .of(
                            opened.store().classify(e),
                            "It cannot be told whose " + owner + " is.",
                            e,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    private RuntimeException refused(String cause, Optional<Throwable> thrown) {
        return new Failures(owner.database())
                .of(
                        DatabaseError.NOT_REMOVABLE,
                        "The database " + owner.database() + " is not removed.",
                        cause,
                        thrown.orElse(null),
                        CommitOutcome.NOT_APPLIED);
    }
}
