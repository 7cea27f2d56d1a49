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
}
