/**
 * Indexes the modules, packages and classes of the Java that runs it, and answers searches page by
 * page.
 */
module sample.jdkindex {
    requires transitive dev.tenon.crud;
    requires org.slf4j;

    exports sample.jdkindex;

    provides dev.tenon.core.ModulePlugin with
            sample.jdkindex.internal.JdkIndexModule;
}
