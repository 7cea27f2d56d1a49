import org.jspecify.annotations.NullMarked;

/**
 * The command line of Tenon: {@code tenon run | plan | modules | services | config | new | doctor |
 * optimize | version}.
 *
 * <p>Results go to standard output, log lines and diagnostics to standard error.
 */
@NullMarked
module dev.tenon.host {
    requires dev.tenon.core;
    requires dev.tenon.crud;
    requires dev.tenon.database;
    requires info.picocli;
    // Names the keywords of Java.
    requires java.compiler;
    requires java.logging;
    requires java.management;
    requires jdk.management;
    // Signals are sun.misc.Signal, which Java has no other name for.
    requires jdk.unsupported;
    requires tools.jackson.databind;

    // The log manager is made by java.logging, from its name.
    exports dev.tenon.host.internal.logging to
            java.logging;

    opens dev.tenon.host.internal.command to
            info.picocli;
    opens dev.tenon.host.internal.database to
            info.picocli;
    opens dev.tenon.host.internal.option to
            info.picocli;
    opens dev.tenon.host.internal.json to
            tools.jackson.databind;
}
