package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.error.SchemaError;
import dev.tenon.database.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a module declares of its database when it is loaded: read from the same class files as in
 * the plan, and with the schema that a class of the module makes in code.
 */
public final class LoadedDeclaration {

    private LoadedDeclaration() {}

    /**
     * Returns the declaration with the schema that a class of the module makes in code, if it names
     * one and none has been made yet. It is made by the calling thread, so code of the module runs.
     *
     * @throws InvalidSchemaException if it cannot be made
     */
    public static Declaration complete(Declaration declaration, Module module) {
        if (declaration.supplier().isEmpty()
                || declaration.schema().isPresent()
                || declaration.hasErrors()) {
            return declaration;
        }
        var schema = make(declaration, module, declaration.supplier().get());
        return declaration.with(schema, ReservedTables.problems(schema));
    }

    private static Schema make(Declaration declaration, Module module, String className) {
        try {
            var type = Class.forName(module, className);
            if (type != null
                    && construct(type) instanceof Supplier<?> supplier
                    && supplier.get() instanceof Schema schema) {
                return schema;
            }
            throw failed(declaration, className, "It makes no schema.", Optional.empty());
        } catch (ReflectiveOperationException e) {
            var thrown = Optional.ofNullable(e.getCause()).orElse(e);
            if (thrown instanceof InvalidSchemaException invalid) {
                throw invalid;
            }
            throw failed(declaration, className, Problem.describe(thrown), Optional.of(thrown));
        } catch (InvalidSchemaException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw failed(declaration, className, Problem.describe(e), Optional.of(e));
        }
    }

    /** The packages of the module are open to this one. */
    private static Object construct(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static InvalidSchemaException failed(
            Declaration declaration, String className, String cause, Optional<Throwable> thrown) {
        var problem =
                Problem.error(
                        SchemaError.SCHEMA_IN_CODE_FAILED,
                        "The class %s of the module %s cannot make the schema of the database '%s'."
                                .formatted(className, declaration.module(), declaration.database()),
                        cause,
                        SchemaError.SCHEMA_IN_CODE_FAILED.remedy());
        return new InvalidSchemaException(List.of(thrown.map(problem::from).orElse(problem)));
    }
}
