package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.mapping.EntityMapping;
import dev.tenon.database.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a module declares of its database, as far as it can be read without running the module.
 *
 * @param module the name of the module
 * @param database the name of the database
 * @param schema what its entities say; nothing if there are problems, or none are declared
 * @param entities how its entities stand in the schema; empty where there is none of theirs
 * @param supplier the class that makes the schema in code, if there is one
 * @param formerModules the names that the module had before
 * @param capabilities what the engine has to be able to do
 * @param migrations by which its database comes about; none if its tables are made from the model
 * @param problems what is wrong
 */
public record Declaration(
        String module,
        String database,
        Optional<Schema> schema,
        List<EntityMapping> entities,
        Optional<String> supplier,
        Set<String> formerModules,
        Set<Capability> capabilities,
        Migrations migrations,
        List<Problem> problems) {

    public Declaration {
        entities = List.copyOf(entities);
        formerModules = Set.copyOf(formerModules);
        capabilities = Set.copyOf(capabilities);
        problems = List.copyOf(problems);
    }

    /** Returns whether the module cannot have the database. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Returns the declaration with migrations. */
    Declaration with(Migrations read, List<Problem> more) {
        return new Declaration(
                module,
                database,
                schema,
                entities,
                supplier,
                formerModules,
                capabilities,
                read,
                Stream.concat(problems.stream(), more.stream()).toList());
    }

    /** Returns the declaration with the schema that code has made. */
    Declaration with(Schema made, List<Problem> more) {
        return new Declaration(
                module,
                database,
                Optional.of(made),
                entities,
                supplier,
                formerModules,
                capabilities,
                migrations,
                Stream.concat(problems.stream(), more.stream()).toList());
    }

    /** Returns the name of the database, free of what would steer a terminal. */
    public String shownDatabase() {
        return database.replaceAll("\\p{C}", "?");
    }
}
