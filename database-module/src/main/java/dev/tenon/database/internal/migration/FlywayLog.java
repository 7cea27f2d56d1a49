package dev.tenon.database.internal.migration;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;

/**
 * What Flyway logs, by SLF4J, and more quietly: it has a line for each statement, and tells
 * failures that Tenon tells, too. Its warnings stay, among them those of servers.
 *
 * @param logger with the name of Flyway's class
 */
record FlywayLog(Logger logger) implements Log {

    @Override
    public void debug(String message) {
        logger.trace(message);
    }

    @Override
    public void info(String message) {
        logger.debug(message);
    }

    @Override
    public void notice(String message) {
        logger.debug(message);
    }

    @Override
    public void warn(String message) {
        logger.warn(message);
    }

    @Override
    public void error(String message) {
        logger.debug(message);
    }

    @Override
    public void error(String message, Exception e) {
        logger.debug(message, e);
    }
}
