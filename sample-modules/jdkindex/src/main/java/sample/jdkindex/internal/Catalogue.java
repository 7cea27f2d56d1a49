package sample.jdkindex.internal;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import sample.jdkindex.JavaClass;
import sample.jdkindex.JavaModule;
import sample.jdkindex.JavaPackage;

/** Writes the index. */
@Repository
interface Catalogue {

    @Insert
    void add(JavaModule module);

    @Insert
    void addPackages(List<JavaPackage> packages);

    @Insert
    void addClasses(List<JavaClass> classes);

    /** Returns the modules of the index, in the order of their names. */
    @Query("FROM JavaModule ORDER BY name")
    List<JavaModule> modules();

    @Query("DELETE FROM JavaClass")
    void removeClasses();

    @Query("DELETE FROM JavaPackage")
    void removePackages();

    @Query("DELETE FROM JavaModule")
    void removeModules();
}
