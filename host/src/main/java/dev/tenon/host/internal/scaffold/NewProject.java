package dev.tenon.host.internal.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The Maven project of a new module.
 *
 * @param module the module
 * @param example what it does
 * @param home where Tenon is installed, whose jars the project is built with
 */
public record NewProject(NewModule module, Example example, Path home) {

    private static final String MAIN = "src/main/java/";
    private static final String TEST = "src/test/java/";

    /** Returns the files of the project, with everything filled in. */
    public List<ProjectFile> files() {
        var values = values();
        var api = module.packagePath() + "/";
        var internal = api + "internal/";
        var entryPoint = module.entryPoint();
        var files = new ArrayList<ProjectFile>();
        files.add(file("pom.xml", "pom.xml", values));
        files.add(file("README.md", "README.md", values));
        files.add(file("gitignore", ".gitignore", values));
        files.add(own("module-info", MAIN + "module-info", values));
        files.add(own(example.service(), MAIN + api + example.service(), values));
        example.internal().forEach(c -> files.add(own(c, MAIN + internal + c, values)));
        files.add(own("EntryPoint", MAIN + internal + entryPoint, values));
        files.add(own("EntryPointTest", TEST + api + entryPoint + "Test", values));
        return List.copyOf(files);
    }

    /** Returns where the build puts the plugin, relative to the folder of the project. */
    public String jar() {
        return "target/" + module.name() + ".jar";
    }

    /** Returns a class of the example. */
    private ProjectFile own(String template, String path, Map<String, String> values) {
        return file(example.template(template + ".java"), path + ".java", values);
    }

    private static ProjectFile file(String template, String path, Map<String, String> values) {
        return new ProjectFile(Path.of(path), Template.read(template).fill(values));
    }

    private Map<String, String> values() {
        var values = new HashMap<>(versions());
        values.put("module", module.name());
        values.put("package", module.packageName());
        values.put("group", module.group());
        values.put("artifact", module.artifact());
        values.put("entryPoint", module.entryPoint());
        values.put("title", module.title());
        values.put("descriptorAnnotation", descriptorAnnotation());
        values.put("jar", jar());
        values.put("database", module.database());
        values.put("tenon.home", escaped(home.toString()));
        values.put("tenon.artifact", example.artifact());
        values.put("test.options", example.testOptions());
        values.put("contents", Template.read(example.template("contents.md")).fill(values));
        return values;
    }

    /**
     * javac would rather have no digit at the end of a part of a name, and says so by a warning.
     */
    private String descriptorAnnotation() {
        return module.name().matches(".*[0-9](\\..*)?") ? "@SuppressWarnings(\"module\")\n" : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, String> versions() {
        var versions = new Properties();
        try (InputStream stream = NewProject.class.getResourceAsStream("versions.properties")) {
            versions.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var map = new HashMap<String, String>();
        versions.stringPropertyNames().forEach(name -> map.put(name, versions.getProperty(name)));
        return map;
    }
}
