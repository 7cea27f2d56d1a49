package dev.tenon.host.internal.logging;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How much of the log is shown. */
public final class ConsoleLog {

    private static final String FRAMEWORK = "dev.tenon";
    private static final Logger ROOT = Logger.getLogger("");
    // Held here, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger TENON = Logger.getLogger(FRAMEWORK);
    private static final Logger WELD = Logger.getLogger("org.jboss.weld");

    private ConsoleLog() {}

    /**
     * Sets what is logged.
     *
     * @param verbosity 0 for what the logging configuration says, 1 for the debug lines of Tenon, 2
     *     for its trace lines, 3 or more for everything there is
     * @param stacks whether the framework's lines show the stack traces of their exceptions
     */
    public static void configure(int verbosity, boolean stacks) {
        if (verbosity > 0) {
            showMore(verbosity);
        }
        if (!stacks) {
            for (Handler handler : ROOT.getHandlers()) {
                if (handler.getFormatter() != null) {
                    handler.setFormatter(new Stackless(handler.getFormatter()));
                }
            }
        }
    }

    private static void showMore(int verbosity) {
        TENON.setLevel(verbosity == 1 ? Level.FINE : Level.ALL);
        if (verbosity > 2) {
            // Weld's level is set in the configuration, so that of the root does not reach it.
            WELD.setLevel(Level.ALL);
            ROOT.setLevel(Level.ALL);
        }
        for (Handler handler : ROOT.getHandlers()) {
            handler.setLevel(Level.ALL);
        }
    }

    /**
     * Leaves the stack out of the framework's lines, which say what was thrown in their text. What
     * a plugin logs is its own affair and keeps its stack.
     */
    private static final class Stackless extends Formatter {

        private final Formatter formatter;

        Stackless(Formatter formatter) {
            this.formatter = formatter;
        }

        @Override
        public String format(LogRecord line) {
            var thrown = line.getThrown();
            if (thrown == null || !isOfFramework(line.getLoggerName())) {
                return formatter.format(line);
            }
            line.setThrown(null);
            try {
                return formatter.format(line);
            } finally {
                line.setThrown(thrown);
            }
        }

        @Override
        public String getHead(Handler handler) {
            return formatter.getHead(handler);
        }

        @Override
        public String getTail(Handler handler) {
            return formatter.getTail(handler);
        }

        private static boolean isOfFramework(String logger) {
            return logger != null && (logger + ".").startsWith(FRAMEWORK + ".");
        }
    }
}
