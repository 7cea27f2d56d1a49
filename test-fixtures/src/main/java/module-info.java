import org.jspecify.annotations.NullMarked;

/**
 * Builds real plugins inside tests, starts a real server, and holds the rules for the structure of
 * modules. Never on a running host's path.
 */
@NullMarked
// ArchUnit has no descriptor.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.tenon.fixtures {
    requires java.compiler;
    requires transitive java.sql;
    // Whoever checks a structure has both.
    requires static transitive com.tngtech.archunit;
    requires static transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.tenon.fixtures;
    exports dev.tenon.fixtures.structure;
}
