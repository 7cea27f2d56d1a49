package dev.tenon.core.internal.release;

import java.util.Collections;
import java.util.function.BiConsumer;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/** What others have put into the loggers of java.util.logging. */
final class LogHandlers {

    private LogHandlers() {}

    /** Shows each handler and filter, and where it is. */
    static void each(BiConsumer<String, @Nullable Object> visitor) {
        var manager = LogManager.getLogManager();
        for (String name : Collections.list(manager.getLoggerNames())) {
            var logger = manager.getLogger(name);
            if (logger == null) {
                continue;
            }
            var place = "Logger.getLogger(\"" + name + "\")";
            visitor.accept(place + ".setFilter", logger.getFilter());
            for (var handler : logger.getHandlers()) {
                visitor.accept(place + ".addHandler", handler);
                visitor.accept(place + ", a handler's formatter", handler.getFormatter());
                visitor.accept(place + ", a handler's filter", handler.getFilter());
            }
        }
    }
}
