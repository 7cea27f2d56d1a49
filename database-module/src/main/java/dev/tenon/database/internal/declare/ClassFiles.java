package dev.tenon.database.internal.declare;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.Optional;

/** The class files of one module. */
@FunctionalInterface
interface ClassFiles {

    /** Returns the class of the given binary name, or nothing if the module has none. */
    Optional<ClassModel> find(String binaryName) throws IOException;
}
