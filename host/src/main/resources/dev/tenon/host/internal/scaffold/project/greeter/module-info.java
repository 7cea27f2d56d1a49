/** Greets. */
{{descriptorAnnotation}}module {{module}} {
    requires transitive dev.tenon.core;

    exports {{package}};

    provides dev.tenon.core.ModulePlugin with
            {{package}}.internal.{{entryPoint}};
}
