package dev.tenon.database.internal.module;

import static java.util.stream.Collectors.toSet;

import dev.tenon.core.Inspection;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.Result;
import dev.tenon.core.settings.Settings;
import dev.tenon.core.spi.PlanContributor;
import dev.tenon.core.spi.Preparation;
import dev.tenon.core.spi.RestingModules;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.declare.DatabaseWork;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.declare.PlannedDatabases;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.place.DatabaseSettings;
import dev.tenon.database.internal.rest.Administration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says in the plan of each module what it declares of its database, on which engine it will be, and
 * what is wrong with it.
 */
public final class DatabasePlans implements PlanContributor {

    /** Made by the service loader. */
    public DatabasePlans() {}

    @Override
    public Reading begin(PlanSettings settings) {
        return new PlannedDatabases(new Work(settings, Engines.provided()));
    }

    private record Work(PlanSettings settings, Engines engines) implements DatabaseWork {

        @Override
        public Result<Engine> engine(String database) {
            var place = DatabasePlace.of(own(), database);
            try {
                var wanted = place.settings();
                var engine = engines.of(wanted);
                var _ = DatabaseOpener.file(engine, wanted);
                return Result.success(engine);
            } catch (DatabaseException e) {
                return Result.failure(naming(place.urlSetting(), settings.all(), e));
            } catch (HostException e) {
                return Result.failure(e);
            }
        }

        @Override
        public Set<String> engineNames() {
            return engines.all().stream().map(Engine::name).collect(toSet());
        }

        @Override
        public Preparation preparation(Declaration declaration) {
            return new DatabasePreparation(engines, declaration);
        }

        @Override
        public List<Inspection> inspect(List<Declaration> declared) {
            return new DataInspection(own(), engines)
                    .of(declared.stream().map(Declaration::database).collect(toSet()));
        }

        @Override
        public <T> Optional<T> tool(
                Class<T> type, List<Declaration> declared, RestingModules modules) {
            return type == DatabaseAdministration.class
                    ? Optional.of(type.cast(new Administration(own(), engines, declared, modules)))
                    : Optional.empty();
        }

        private DatabaseSettings own() {
            return settings.as(DatabaseSettings.class);
        }
    }

    /** The address itself is not told: there may be a password in it. */
    private static DatabaseException naming(String setting, Settings all, DatabaseException e) {
        var origin = all.origin(setting).map(o -> ", from " + o).orElse(", or an alias of it");
        var problem =
                Problem.error(
                        e.code(),
                        e.problem().fact(),
                        e.problem().cause() + " The setting is " + setting + origin + ".",
                        e.problem().remedy());
        return e.code() instanceof DatabaseError error
                ? DatabaseException.of(error, problem, e.context(), e.outcome())
                : e;
    }
}
