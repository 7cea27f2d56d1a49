/** Keeps a guest book. */
{{descriptorAnnotation}}module {{module}} {
    requires dev.tenon.crud;

    exports {{package}};

    provides dev.tenon.core.ModulePlugin with
            {{package}}.internal.{{entryPoint}};
}
