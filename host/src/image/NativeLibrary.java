import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Lays the native library of SQLite beside the modules. The driver would otherwise write it to the
 * folder for temporary files at each start, where others might read and replace it.
 */
final class NativeLibrary {

    private static final String DRIVER = "sqlite-jdbc-";
    private static final String OS_INFO = "org.sqlite.util.OSInfo";

    private NativeLibrary() {}

    /** Returns the library of this platform, in a folder for drafts; nothing if there is none. */
    static List<Path> of(List<Path> jars, Path drafts) throws IOException {
        for (Path jar : jars) {
            if (jar.getFileName().toString().startsWith(DRIVER)) {
                return extract(jar, drafts);
            }
        }
        throw new IOException("No jar of the SQLite driver, whose name begins with " + DRIVER);
    }

    private static List<Path> extract(Path jar, Path drafts) throws IOException {
        String name = System.mapLibraryName("sqlitejdbc");
        try (URLClassLoader driver =
                new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            String folder =
                    (String)
                            driver.loadClass(OS_INFO)
                                    .getMethod("getNativeLibFolderPathForCurrentOS")
                                    .invoke(null);
            try (InputStream library =
                    driver.getResourceAsStream("org/sqlite/native/" + folder + "/" + name)) {
                if (library == null) {
                    return List.of();
                }
                Path draft = Files.createDirectories(drafts).resolve(name);
                Files.copy(library, draft, StandardCopyOption.REPLACE_EXISTING);
                return List.of(draft);
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(jar + " has no " + OS_INFO, e);
        }
    }
}
