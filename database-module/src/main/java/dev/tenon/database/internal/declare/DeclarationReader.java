package dev.tenon.database.internal.declare;

import static dev.tenon.database.error.SchemaError.DATABASE_NAME;
import static dev.tenon.database.error.SchemaError.DECLARATION_INVALID;

import dev.tenon.core.error.Problem;
import dev.tenon.database.Database;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Requires;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.schema.Schema;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a module declares of its database. Loads no class of the module. Used once. */
final class DeclarationReader {

    /** Safe as a file name, a database, a role and a schema on every engine, without quotes. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** What the framework or an engine has under this name. */
    private static final Set<String> RESERVED =
            Set.of(
                    "framework",
                    "information_schema",
                    "mysql",
                    "performance_schema",
                    "postgres",
                    "public",
                    "root",
                    "sys",
                    "system",
                    "template0",
                    "template1");

    /** Schemas of PostgreSQL, and devices that Windows takes for files. */
    private static final Pattern RESERVED_FORM =
            Pattern.compile("pg_.*|aux|con|nul|prn|(com|lpt)[0-9]");

    /** What the entities say together. */
    private record Model(Optional<Schema> schema, List<EntityMapping> entities) {
        static final Model NONE = new Model(Optional.empty(), List.of());
    }

    private final String module;
    private final ClassFiles classes;
    private final List<Problem> problems = new ArrayList<>();

    DeclarationReader(String module, ClassFiles classes) {
        this.module = module;
        this.classes = classes;
    }

    /**
     * Reads the declaration, if the plugin class has one.
     *
     * @param pluginClass the binary name of the plugin class
     * @throws IOException if a class file cannot be read
     * @throws IllegalArgumentException if a class file is damaged
     */
    Optional<Declaration> read(String pluginClass) throws IOException {
        var plugin = classes.find(pluginClass);
        var annotation = plugin.flatMap(p -> ClassAnnotation.of(p, Database.class.getName()));
        if (annotation.isEmpty()) {
            if (plugin.filter(p -> ClassAnnotation.isOn(p, Requires.class.getName())).isPresent()) {
                invalid("There is none, but @Requires says what its engine has to be able to do.");
            }
            return Optional.empty();
        }
        var name = annotation.get().text("name").orElse("");
        checkName(name);
        var supplier = annotation.get().type("schema");
        var entities = annotation.get().types("entities");
        if (supplier.isPresent() && !entities.isEmpty()) {
            invalid("It names both entities and a schema in code.");
        }
        if (supplier.isPresent()) {
            checkSupplier(supplier.get());
        }
        var model = model(entities);
        var capabilities = capabilities(plugin.orElseThrow());
        var former = Set.copyOf(annotation.get().texts("formerModules"));
        return Optional.of(
                new Declaration(
                        module,
                        name,
                        model.schema(),
                        model.entities(),
                        supplier,
                        former,
                        capabilities,
                        Migrations.NONE,
                        problems));
    }

    /** Returns what is wrong, also where there is no declaration. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void checkName(String name) {
        boolean reserved = RESERVED.contains(name) || RESERVED_FORM.matcher(name).matches();
        if (reserved || !NAME.matcher(name).matches()) {
            problems.add(
                    Problem.error(
                            DATABASE_NAME,
                            "The database '%s' of the module %s cannot be made."
                                    .formatted(name.replaceAll("\\p{C}", "?"), module),
                            reserved ? "The name is that of something of Tenon or an engine." : "",
                            DATABASE_NAME.remedy()));
        }
    }

    private void checkSupplier(String className) throws IOException {
        var model = classes.find(className);
        if (model.isEmpty()) {
            invalid("The module has no class " + className + ", which makes the schema.");
        } else if (!Constructible.isSo(model.get())) {
            invalid(
                    className
                            + ", which makes the schema, is not a public class with a public"
                            + " no-argument constructor.");
        }
    }

    private Model model(List<String> entities) throws IOException {
        if (entities.isEmpty()) {
            return Model.NONE;
        }
        var reader = new EntityReader(classes, problems);
        int before = problems.size();
        var read = new ArrayList<ReadEntity>();
        for (String entity : entities) {
            reader.read(entity).ifPresent(read::add);
        }
        if (problems.size() > before) {
            return Model.NONE;
        }
        var builder = Schema.builder();
        read.forEach(entity -> builder.table(entity.table()));
        read.forEach(entity -> entity.collections().forEach(builder::table));
        problems.addAll(builder.problems());
        if (problems.size() > before) {
            return Model.NONE;
        }
        var schema = builder.build();
        problems.addAll(ReservedTables.problems(schema));
        return new Model(Optional.of(schema), read.stream().map(ReadEntity::mapping).toList());
    }

    private Set<Capability> capabilities(ClassModel plugin) {
        var required = EnumSet.noneOf(Capability.class);
        for (String name :
                ClassAnnotation.of(plugin, Requires.class.getName()).stream()
                        .flatMap(r -> r.constants("value").stream())
                        .toList()) {
            Arrays.stream(Capability.values())
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            required::add,
                            () ->
                                    invalid(
                                            "It requires the capability "
                                                    + name
                                                    + ", which this version of Tenon does not"
                                                    + " know."));
        }
        return required;
    }

    private void invalid(String cause) {
        problems.add(
                Problem.error(
                        DECLARATION_INVALID,
                        "The declaration @Database of the module " + module + " cannot be used.",
                        cause,
                        DECLARATION_INVALID.remedy()));
    }
}
