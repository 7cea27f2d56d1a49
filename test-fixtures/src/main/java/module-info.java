import org.jspecify.annotations.NullMarked;

/**
 * Builds real plugins inside tests, starts a real server, and holds the rules for the structure of
 * modules. Never on a running host's path.
 */
@NullMarked
// ArchUnit has no descriptor.
@SuppressWarnings("requires-automatic")
module dev.tenon.fixtures {
    requires java.compiler;
    requires transitive java.sql;
    // For the rules of structure. Not transitive: whoever has no use for them needs neither.
    requires static com.tngtech.archunit;
    requires static org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.tenon.fixtures;
    exports dev.tenon.fixtures.structure;
}
