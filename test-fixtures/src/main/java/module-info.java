import org.jspecify.annotations.NullMarked;

/** Builds real plugins inside tests, and starts a real server. Never on a running host's path. */
@NullMarked
module dev.tenon.fixtures {
    requires java.compiler;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.tenon.fixtures;
}
