package dev.tenon.database.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.LogLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements on the database of a module that does not run. */
class StatementsAtRestTest {

    @TempDir Path temp;
    private HostFolder folder;

    @BeforeEach
    void prepare() {
        folder = new HostFolder(temp).withItems("a");
        folder.host().start().close();
    }

    @Test
    void whatFailsIsThrownAndNotLoggedBesides() {
        try (var log = new LogLines("dev.tenon.database");
                var tools = folder.host().tools()) {
            var database = tools.get(DatabaseAdministration.class).of("a");

            refused(
                    DatabaseError.MISSING_TABLE,
                    () -> database.query(List.of("select * from missing"), 1));
            refused(
                    DatabaseError.MISSING_TABLE,
                    () -> database.execute(List.of("delete from missing"), 1));

            assertThat(log.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "-- nothing", "/* nothing */"})
    void whatIsNoStatementIsRefusedAndLeavesNothing(String text) {
        try (var log = new LogLines("dev.tenon.database")) {
            try (var tools = folder.host().tools()) {
                var database = tools.get(DatabaseAdministration.class).of("a");

                refused(DatabaseError.SYNTAX, () -> database.query(List.of(text), 1));
                refused(DatabaseError.SYNTAX, () -> database.execute(List.of(text), 1));
            }
            assertThat(log.all()).isEmpty();
        }
    }

    private static void refused(DatabaseError code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
