package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.MigrationStatus.State;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Compares what has run in a database with what the module has. */
record FlywayHistory(MigrationFailures failures, Migrations migrations) {

    /** How migrations stand that have run, and were not taken back. */
    private static final Set<State> HELD =
            EnumSet.of(State.APPLIED, State.CHANGED, State.MISSING, State.NEWER);

    /**
     * Returns what there is to do.
     *
     * @throws MigrationException if the module cannot go on from what has run
     */
    Outlook outlook(Flyway flyway) {
        var info = flyway.info();
        for (MigrationInfo migration : info.all()) {
            check(migration);
        }
        return new Outlook(
                Optional.ofNullable(info.current())
                        .map(MigrationInfo::getVersion)
                        .map(Object::toString)
                        .orElse(Version.ZERO.toString()),
                Arrays.stream(info.pending()).map(this::find).toList());
    }

    /**
     * Returns which migrations have run above a version, the last one first.
     *
     * @throws MigrationException if one has failed half-way
     */
    List<MigrationInfo> above(Version version, Flyway flyway) {
        var info = flyway.info();
        for (MigrationInfo migration : info.all()) {
            if (state(migration) == State.FAILED) {
                check(migration);
            }
        }
        return Arrays.stream(info.applied())
                .filter(m -> m.getVersion() != null && HELD.contains(state(m)))
                .filter(m -> versionOf(m).compareTo(version) > 0)
                .sorted(Comparator.comparing(FlywayHistory::versionOf).reversed())
                .toList();
    }

    private static Version versionOf(MigrationInfo migration) {
        return Version.parse(migration.getVersion().getVersion()).orElse(Version.ZERO);
    }

    /**
     * Returns how all of them stand: what has run, in the order in which it ran, then the others.
     *
     * @param baseline the version that the database will be said to stand for when they run
     */
    List<MigrationStatus> status(Flyway flyway, Version baseline) {
        return Arrays.stream(flyway.info().all()).map(m -> status(m, baseline)).toList();
    }

    private MigrationStatus status(MigrationInfo migration, Version baseline) {
        boolean isBelow =
                migration.getVersion() != null
                        && state(migration) == State.PENDING
                        && versionOf(migration).compareTo(baseline) <= 0;
        return new MigrationStatus(
                Optional.ofNullable(migration.getVersion()).map(Object::toString).orElse(""),
                migration.getDescription(),
                lookUp(migrations, migration).map(Migration::place),
                isBelow ? State.BASELINE : state(migration),
                Optional.ofNullable(migration.getInstalledOn()).map(Date::toInstant));
    }

    private static State state(MigrationInfo migration) {
        if (migration.getState().isFailed()) {
            return State.FAILED;
        }
        return switch (migration.getState()) {
            case FUTURE_SUCCESS -> State.NEWER;
            case MISSING_SUCCESS -> State.MISSING;
            case IGNORED -> State.TOO_LATE;
            case SUCCESS, OUT_OF_ORDER -> isUnchanged(migration) ? State.APPLIED : State.CHANGED;
            case BASELINE, BELOW_BASELINE, BASELINE_IGNORED -> State.BASELINE;
            case PENDING, ABOVE_TARGET, AVAILABLE -> State.PENDING;
            default -> State.PAST;
        };
    }

    private void check(MigrationInfo migration) {
        switch (state(migration)) {
            case FAILED ->
                    throw wrong(
                            MigrationError.UNFINISHED,
                            migration,
                            "It has failed in "
                                    + migration.getScript()
                                    + ", and the engine could not take back what it had done.");
            case NEWER -> throw newer(migration);
            case MISSING ->
                    throw wrong(
                            MigrationError.MISSING,
                            migration,
                            "It has run in the database, and the module does not have it.");
            case TOO_LATE ->
                    throw wrong(
                            MigrationError.OUT_OF_ORDER,
                            migration,
                            "One of a higher version has run in the database before it.");
            case CHANGED ->
                    throw wrong(
                            MigrationError.CHANGED,
                            migration,
                            "What "
                                    + find(migration).place()
                                    + " says is not what has run: its checksum is "
                                    + migration.getResolvedChecksum()
                                    + ", and was "
                                    + migration.getAppliedChecksum()
                                    + ".");
            case PENDING, APPLIED, PAST, BASELINE -> {}
        }
    }

    private static boolean isUnchanged(MigrationInfo migration) {
        return migration.getVersion() == null
                || Objects.equals(migration.getResolvedChecksum(), migration.getAppliedChecksum());
    }

    private MigrationException newer(MigrationInfo migration) {
        var own = failures.owner().version();
        return failures.of(
                MigrationError.NEWER,
                "The version"
                        + (own.isEmpty() ? "" : " " + own)
                        + " of the module "
                        + failures.owner().module()
                        + " is older than its database '"
                        + failures.owner().database()
                        + "'.",
                "The migration "
                        + text(migration)
                        + " has run, and the module has those up to "
                        + migrations.latest().map(Version::toString).orElse("none")
                        + ".");
    }

    private MigrationException wrong(MigrationError error, MigrationInfo migration, String cause) {
        return failures.of(
                error,
                "The migrations of "
                        + failures.owner()
                        + " cannot go on: the migration "
                        + text(migration)
                        + " is in the way.",
                cause);
    }

    private static String text(MigrationInfo migration) {
        return (migration.getVersion() == null ? "" : migration.getVersion() + " ")
                + '"'
                + migration.getDescription()
                + '"';
    }

    private Migration find(MigrationInfo info) {
        return find(migrations, info);
    }

    /** Returns the migration of the module that Flyway speaks of. */
    static Migration find(Migrations migrations, MigrationInfo info) {
        return lookUp(migrations, info).orElseThrow();
    }

    private static Optional<Migration> lookUp(Migrations migrations, MigrationInfo info) {
        var version =
                Optional.ofNullable(info.getVersion()).flatMap(v -> Version.parse(v.getVersion()));
        return migrations
                .all()
                .filter(m -> m.version().equals(version))
                .filter(m ->
                        version.isPresent()
                                || m.name().description().equals(info.getDescription().strip()))
                .findFirst();
    }
}
