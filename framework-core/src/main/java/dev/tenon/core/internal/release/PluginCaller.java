package dev.tenon.core.internal.release;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.stream.Stream;

/**
 * Calls {@code java.sql.DriverManager} in the name of a plugin: it lets a caller see and deregister
 * those drivers alone that the class loader of the caller knows. For that a class is generated and
 * defined in the plugin; it goes when the plugin goes.
 */
final class PluginCaller {

    private static final ClassDesc DRIVER = ClassDesc.of("java.sql.Driver");
    private static final ClassDesc DRIVER_MANAGER = ClassDesc.of("java.sql.DriverManager");
    private static final ClassDesc STREAM = ClassDesc.of("java.util.stream.Stream");

    private final MethodHandles.Lookup lookup;
    private final Class<?> generated;

    private PluginCaller(MethodHandles.Lookup lookup, Class<?> generated) {
        this.lookup = lookup;
        this.generated = generated;
    }

    /**
     * Defines the class.
     *
     * @param anchor a class of the plugin, in a package that is open to this module; the plugin has
     *     to read java.sql
     */
    static PluginCaller in(Class<?> anchor) throws IllegalAccessException {
        PluginCaller.class.getModule().addReads(anchor.getModule());
        var lookup = MethodHandles.privateLookupIn(anchor, MethodHandles.lookup());
        var name = anchor.getPackageName() + ".TenonDriverRelease$" + anchor.hashCode();
        return new PluginCaller(lookup, lookup.defineClass(classFile(ClassDesc.of(name))));
    }

    /** Returns the drivers that the plugin sees. */
    Stream<?> drivers() throws Throwable {
        return (Stream<?>)
                lookup.findStatic(generated, "drivers", MethodType.methodType(Stream.class))
                        .invoke();
    }

    /** Deregisters a driver. */
    void deregister(Object driver) throws Throwable {
        lookup.findStatic(generated, "deregister", MethodType.methodType(void.class, Object.class))
                .invoke(driver);
    }

    private static byte[] classFile(ClassDesc name) {
        return ClassFile.of()
                .build(
                        name,
                        type ->
                                type.withMethodBody(
                                                "drivers",
                                                MethodTypeDesc.of(STREAM),
                                                ClassFile.ACC_STATIC,
                                                code ->
                                                        code.invokestatic(
                                                                        DRIVER_MANAGER,
                                                                        "drivers",
                                                                        MethodTypeDesc.of(STREAM))
                                                                .areturn())
                                        .withMethodBody(
                                                "deregister",
                                                MethodTypeDesc.of(CD_void, CD_Object),
                                                ClassFile.ACC_STATIC,
                                                code ->
                                                        code.aload(0)
                                                                .checkcast(DRIVER)
                                                                .invokestatic(
                                                                        DRIVER_MANAGER,
                                                                        "deregisterDriver",
                                                                        MethodTypeDesc.of(
                                                                                CD_void, DRIVER))
                                                                .return_()));
    }
}
