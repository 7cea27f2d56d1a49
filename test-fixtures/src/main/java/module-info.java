import org.jspecify.annotations.NullMarked;

/** Builds real plugins inside tests. Never on the path of a running host. */
@NullMarked
module dev.tenon.fixtures {
    requires java.compiler;
    requires static org.jspecify;

    exports dev.tenon.fixtures;
}
