package dev.tenon.host.internal.scaffold;

import java.util.List;

/** What the module of a new project does, for its author to replace. */
public enum Example {
    /** A service that reads a setting. */
    GREETER("greeter", "tenon-core", "--add-modules dev.tenon.core", "Greeter"),
    /** A service that keeps what it is told in a database. */
    GUESTBOOK(
            "guestbook",
            "tenon-crud",
            "--add-modules dev.tenon.crud --enable-native-access=org.xerial.sqlitejdbc"
                    + " \"-Dorg.sqlite.lib.path=${tenon.home}/native\"",
            "Guestbook");

    private final String folder;
    private final String artifact;
    private final String testOptions;
    private final String service;

    Example(String folder, String artifact, String testOptions, String service) {
        this.folder = folder;
        this.artifact = artifact;
        this.testOptions = testOptions;
        this.service = service;
    }

    /** Returns the name of a template of this example alone. */
    String template(String name) {
        return folder + "/" + name;
    }

    /** Returns the Maven artifact of Tenon that the project is compiled against. */
    String artifact() {
        return artifact;
    }

    /** Returns the options of the JVM that runs the tests. */
    String testOptions() {
        return testOptions;
    }

    /** Returns the class in the package of the module: what it offers to others. */
    String service() {
        return service;
    }

    /** Returns the classes of the package that nobody else sees, without the entry point. */
    List<String> internal() {
        return switch (this) {
            case GREETER -> List.of("PoliteGreeter");
            case GUESTBOOK -> List.of("Guest", "Guests", "StoredGuestbook");
        };
    }
}
