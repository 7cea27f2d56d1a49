package dev.tenon.database.internal.migration;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.LoggerFactory;

/** Makes the loggers of Flyway, which makes an instance of this class by its name. */
public final class FlywayLogs implements LogCreator {

    /** Made by Flyway. */
    public FlywayLogs() {}

    @Override
    public Log createLogger(Class<?> type) {
        return new FlywayLog(LoggerFactory.getLogger(type));
    }
}
