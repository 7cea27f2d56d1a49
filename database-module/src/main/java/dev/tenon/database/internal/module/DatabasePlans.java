package dev.tenon.database.internal.module;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.Result;
import dev.tenon.core.settings.Settings;
import dev.tenon.core.spi.PlanContributor;
import dev.tenon.core.spi.Preparation;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.declare.PlannedDatabases;
import dev.tenon.database.internal.engine.Engines;

/**
 * Says in the plan of each module what it declares of its database, on which engine it will be, and
 * what is wrong with it.
 */
public final class DatabasePlans implements PlanContributor {

    /** Made by the service loader. */
    public DatabasePlans() {}

    @Override
    public Reading begin(PlanSettings settings) {
        var engines = Engines.provided();
        return new PlannedDatabases(
                database -> dialect(settings, engines, database),
                declaration -> preparation(engines, declaration),
                databases -> inspection(settings, engines).of(databases));
    }

    private static DataInspection inspection(PlanSettings settings, Engines engines) {
        return new DataInspection(settings.as(DatabaseSettings.class), engines);
    }

    private static Result<Dialect> dialect(
            PlanSettings settings, Engines engines, String database) {
        var place = DatabasePlace.of(settings.as(DatabaseSettings.class), database);
        try {
            var wanted = place.settings();
            var engine = engines.of(wanted);
            var _ = DatabaseOpener.file(engine, wanted);
            return Result.success(engine.dialect());
        } catch (DatabaseException e) {
            return Result.failure(naming(place.urlSetting(), settings.all(), e));
        } catch (HostException e) {
            return Result.failure(e);
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

    private static Preparation preparation(Engines engines, Declaration declaration) {
        return (framework, context, module) ->
                ((DatabaseModule) framework)
                        .databases()
                        .open(engines, context, module, declaration);
    }
}
