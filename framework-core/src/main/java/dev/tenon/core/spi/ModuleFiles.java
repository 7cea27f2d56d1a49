package dev.tenon.core.spi;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.List;
import java.util.Optional;

/**
 * The files of one module while a plan is made: nothing of the module is loaded to read them. To be
 * used within the call it is handed to, by one thread.
 */
public interface ModuleFiles {

    /** Returns the name of the module. */
    String moduleName();

    /** Returns the binary name of the plugin class. */
    String pluginClass();

    /** Returns the binary names of all classes of the module, sorted. */
    List<String> classNames() throws IOException;

    /**
     * Returns the class of the given binary name, or nothing if the module has none.
     *
     * @throws IllegalArgumentException if the class file is damaged or newer than this Java; the
     *     model reads as it is used, and throws it then, too
     */
    Optional<ClassModel> classModel(String binaryName) throws IOException;

    /**
     * Returns the names of the files below a folder of the module, sorted: whole paths with {@code
     * /} between their parts, such as {@code migrations/V1__notes.sql}. Empty if there is no such
     * folder.
     *
     * @param folder without a {@code /} at its end
     */
    List<String> fileNames(String folder) throws IOException;

    /** Returns the bytes of the file of that path, or nothing if the module has none. */
    Optional<byte[]> file(String path) throws IOException;

    /**
     * Returns the binary names of the classes with which the module's descriptor provides the
     * service, in its order; empty if it does not.
     *
     * @param service the binary name of the service
     */
    List<String> providers(String service);
}
