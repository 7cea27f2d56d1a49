package dev.tenon.host;

import dev.tenon.host.internal.command.TenonCommand;
import dev.tenon.host.internal.logging.LastingLogManager;
import dev.tenon.host.internal.output.Output;

/** The program {@code tenon}. */
public final class Main {

    private static final String LOG_MANAGER = "java.util.logging.manager";

    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] args) {
        useLastingLogManager();
        var output = Output.ofProcess();
        int code = TenonCommand.commandLine(output, args).execute(args);
        System.exit(output.finish(code));
    }

    /** Has to come before the first use of java.util.logging, which reads the name once. */
    private static void useLastingLogManager() {
        if (System.getProperty(LOG_MANAGER) == null) {
            System.setProperty(LOG_MANAGER, LastingLogManager.class.getName());
        }
    }
}
