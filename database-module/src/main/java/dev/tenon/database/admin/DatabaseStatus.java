package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.MigrationStatus.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a database stands.
 *
 * @param summary which it is, and where
 * @param migrations how the migrations of the module stand in it, in their order; empty if it has
 *     none
 * @param drift how its tables are not what the module declares; nothing while migrations are
 *     pending, and for a module without migrations
 * @param findings what is dangerous in the scripts that have not run; empty where nobody has
 *     looked, see {@link ManagedDatabase#validate}
 * @param problem why that cannot be told, or why the module does not start on it beside its
 *     migrations
 */
public record DatabaseStatus(
        DatabaseSummary summary,
        List<MigrationStatus> migrations,
        SchemaDrift drift,
        List<ScriptFinding> findings,
        Optional<Problem> problem) {

    private static final Set<State> IN_THE_WAY =
            EnumSet.of(State.FAILED, State.CHANGED, State.MISSING, State.NEWER, State.TOO_LATE);

    public DatabaseStatus {
        requireNonNull(summary, "summary");
        requireNonNull(drift, "drift");
        requireNonNull(problem, "problem");
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
    }

    /**
     * Returns the highest version that has run, or that it stands for; nothing if there is none.
     */
    public Optional<String> version() {
        return migrations.stream()
                .filter(m -> m.state() != State.PENDING && m.state() != State.TOO_LATE)
                .map(MigrationStatus::version)
                .filter(version -> !version.isEmpty() && !version.equals("0"))
                .reduce((_, later) -> later);
    }

    /** Returns the migrations that have not run and will, in their order. */
    public List<MigrationStatus> pending() {
        return migrations.stream().filter(m -> m.state() == State.PENDING).toList();
    }

    /** Returns the migrations because of which the others do not run. */
    public List<MigrationStatus> inTheWay() {
        return migrations.stream().filter(m -> IN_THE_WAY.contains(m.state())).toList();
    }

    /** Returns whether the module can start on it, as far as its migrations and tables say. */
    public boolean isSound() {
        return problem.isEmpty()
                && inTheWay().isEmpty()
                && findings.stream().noneMatch(f -> f.problem().isError());
    }
}
