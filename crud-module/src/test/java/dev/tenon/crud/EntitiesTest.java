package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows as objects of their entity, through the plugin that has the class. */
class EntitiesTest {

    private static final String PETS =
            """
            public enum Kind { CAT, DOG }
            @Embeddable public record Home(@Size(min = 2) String street, String town) {}
            @Entity public record Pet(
                    @Id @GeneratedValue Long id,
                    @NotBlank String name,
                    @Enumerated(EnumType.ORDINAL) Kind kind,
                    @Embedded Home home,
                    Optional<String> colour,
                    @Version long version) {}
            @Entity public record Other(
                    @Id @jakarta.persistence.Column(length = 20) String code,
                    @Enumerated(EnumType.STRING) Kind kind) {}
            public static Pet pet(String name) {
                return new Pet(null, name, Kind.DOG, new Home("Long", "Town"), Optional.empty(), 0);
            }
            public static Pet numbered(String name) {
                return new Pet(7L, name, Kind.DOG, new Home("Long", "Town"), Optional.empty(), 0);
            }
            public static Object kind(String name) { return Kind.valueOf(name); }
            """;

    @TempDir Path temp;

    private CrudHost pets(RealEngine engine) throws SQLException {
        return CrudHost.start(
                engine,
                temp,
                "sample.pets",
                Plugins.plugin(
                        "sample.pets",
                        "@Database(name = \"pets\", entities = {Main.Pet.class, Main.Other.class})",
                        PETS),
                Map.of());
    }

    /** Returns the class of the plugin, which makes objects for the test. */
    private static Class<?> main(CrudHost host) {
        return host.host().services().get(ServiceKey.of(Class.class, host.module()));
    }

    @ParameterizedTest
    @EnumSource
    void anObjectIsCreatedFoundChangedAndDeleted(RealEngine engine) throws Exception {
        try (var host = pets(engine)) {
            var main = main(host);
            var type = Class.forName(main.getName() + "$Pet", true, main.getClassLoader());
            var made = host.service().create(pet(main, "Rex")).orElseThrow();
            assertThat(made.toString()).contains("id=1", "name=Rex", "version=0");

            assertThat(host.service().find(type, 1L).orElseThrow()).isEqualTo(made);
            var changed =
                    host.own()
                            .update(
                                    type,
                                    1,
                                    Map.of(
                                            "home.town", "City",
                                            "kind", constant(main, "CAT"),
                                            "colour", "red"))
                            .orElseThrow();
            assertThat(changed.toString())
                    .contains("town=City", "kind=CAT", "Optional[red]", "version=1", "street=Long");
            failure(
                    host.database().update(type, 1, Map.of("name", "x", "version", 0)),
                    CrudError.ROW_CHANGED);
            assertThat(host.database().delete(type, 1L).orElseThrow()).isEqualTo(changed);
            failure(host.database().find(type, 1L), CrudError.ROW_NOT_FOUND);
            failure(host.database().delete(type, 1L), CrudError.ROW_NOT_FOUND);
            failure(host.database().update(type, 1L, Map.of()), CrudError.ROW_NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void violationsNameAttributes(RealEngine engine) throws Exception {
        try (var host = pets(engine)) {
            var main = main(host);
            var type = Class.forName(main.getName() + "$Pet", true, main.getClassLoader());
            var blank =
                    (ValidationException)
                            failure(
                                    host.service().create(pet(main, " ")),
                                    CrudError.INVALID_VALUES);
            assertThat(blank.violations()).extracting(Violation::field).containsExactly("name");
            var numbered =
                    (ValidationException)
                            failure(
                                    host.service()
                                            .create(
                                                    main.getMethod("numbered", String.class)
                                                            .invoke(null, "Rex")),
                                    CrudError.INVALID_VALUES);
            assertThat(numbered.violations()).extracting(Violation::field).containsExactly("id");
            host.service().create(pet(main, "Rex")).orElseThrow();
            var wrong =
                    (ValidationException)
                            failure(
                                    host.service().update(type, 1L, Map.of("home.street", "x")),
                                    CrudError.INVALID_VALUES);
            assertThat(wrong.violations())
                    .extracting(Violation::field)
                    .containsExactly("home.street");
            assertThat(
                            failure(
                                    host.service().update(type, 1L, Map.of("nme", "x")),
                                    CrudError.INVALID_VALUES))
                    .hasMessageContaining("Was name meant?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClassThatIsNoEntityIsTold(RealEngine engine) throws SQLException {
        try (var host = pets(engine)) {
            failure(host.service().create("text"), CrudError.ENTITY_NOT_FOUND);
            failure(host.database().find(String.class, 1), CrudError.ENTITY_NOT_FOUND);
        }
    }

    private static Object pet(Class<?> main, String name) throws ReflectiveOperationException {
        return main.getMethod("pet", String.class).invoke(null, name);
    }

    private static Object constant(Class<?> main, String name) throws ReflectiveOperationException {
        return main.getMethod("kind", String.class).invoke(null, name);
    }
}
