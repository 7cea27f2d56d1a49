package dev.tenon.database.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.HardShape;
import dev.tenon.database.fixture.LiveDatabase;
import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.difference.SchemaComparison;
import dev.tenon.database.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads tables with everything that breaks a reader. */
class HardShapeReadTest {

    private static final Pattern BEGINNING =
            Pattern.compile("(?i)(create|alter|insert|update|delete|set|select|comment) (?s:.*)");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theScriptIsCutWhereItsStatementsEnd(RealEngine engine) {
        assertThat(HardShape.statements(engine))
                .hasSize(
                        switch (engine) {
                            case SQLITE -> 28;
                            case POSTGRESQL -> 50;
                            case MARIADB -> 37;
                        })
                .allMatch(s -> BEGINNING.matcher(s).matches());
    }

    @ParameterizedTest
    @EnumSource
    void allOfItsTablesAreRead(RealEngine engine) throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            HardShape.create(engine, database.connection());

            var tables = database.read().schema().tables();

            assertThat(tables)
                    .extracting(Table::name)
                    .containsExactlyInAnyOrder(
                            switch (engine) {
                                case SQLITE ->
                                        new String[] {
                                            "order",
                                            "line item",
                                            "loose",
                                            "log",
                                            "Größe \"in; cm\"",
                                            "untyped"
                                        };
                                case POSTGRESQL ->
                                        new String[] {
                                            "order", "person", "team", "line", "kinds", "child",
                                            "found"
                                        };
                                case MARIADB ->
                                        new String[] {
                                            "order",
                                            "person",
                                            "team",
                                            "line",
                                            "kinds",
                                            "empty",
                                            "log",
                                            "n".repeat(57) + "_ä_long"
                                        };
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatASchemaCannotSayIsKept(RealEngine engine) throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            HardShape.create(engine, database.connection());

            assertThat(database.read().unmodelled())
                    .extracting(u -> u.kind() + " " + u.table() + " " + u.name())
                    .containsExactlyInAnyOrder(
                            switch (engine) {
                                case SQLITE ->
                                        new String[] {
                                            "GENERATED_COLUMN Größe \"in; cm\" kept",
                                            "INDEX Größe \"in; cm\" by text; of it",
                                            "VIEW  big",
                                            "TRIGGER log cleared",
                                            "TABLE  found",
                                            "TRIGGER big instead",
                                            "TRIGGER Größe \"in; cm\" judged",
                                            "TABLE_OPTION line item WITHOUT ROWID",
                                            "TABLE_OPTION loose not STRICT",
                                            "TRIGGER order note; order",
                                            "VIEW  open orders",
                                            "COLLATION order select",
                                            "GENERATED_COLUMN order doubled",
                                            "INDEX order by upper",
                                            "INDEX order by_doubled",
                                            "CONSTRAINT untyped ",
                                            "GENERATED_COLUMN untyped d",
                                            "VIEW  sizes",
                                            "CONSTRAINT untyped ",
                                            "TABLE_OPTION untyped not STRICT"
                                        };
                                case POSTGRESQL ->
                                        new String[] {
                                            "VIEW  a_view",
                                            "VIEW  big orders",
                                            "MATERIALIZED_VIEW  counted",
                                            "TABLE  parted",
                                            "TABLE  parted_1",
                                            "VIEW  z_view",
                                            "TABLE_OPTION child INHERITS",
                                            "COLLATION found t",
                                            "GENERATED_COLUMN found v",
                                            "CONSTRAINT kinds kinds_span_excl",
                                            "GENERATED_COLUMN line twice",
                                            "INDEX line upper; of b",
                                            "INDEX line by_twice",
                                            "CONSTRAINT line twice_n",
                                            "COLUMN_OPTION person id",
                                            "COLUMN_OPTION person number",
                                            "INDEX person person_lower_expr_idx",
                                            "TABLE_OPTION team ROW LEVEL SECURITY",
                                            "CONSTRAINT team team_head_fkey",
                                            "POLICY team everybody",
                                            "ROUTINE  noted",
                                            "ROUTINE  nothing",
                                            "ROUTINE  product",
                                            "ROUTINE  told",
                                            "RULE found silent",
                                            "SEQUENCE  person_number_seq",
                                            "SEQUENCE  ticket",
                                            "TRIGGER line noted",
                                            "TRIGGER order told",
                                            "TYPE  mood",
                                            "TYPE  pair",
                                            "TYPE  positive"
                                        };
                                case MARIADB ->
                                        new String[] {
                                            "COLUMN_OPTION kinds changed",
                                            "COLUMN_OPTION kinds hidden",
                                            "INDEX kinds words",
                                            "GENERATED_COLUMN line total",
                                            "GENERATED_COLUMN line doubled",
                                            "INDEX line the start; of b",
                                            "TABLE  parts",
                                            "COLLATION person name",
                                            "INDEX line doubled",
                                            "SEQUENCE  ticket",
                                            "EVENT  cleaning",
                                            "ROUTINE  add_line",
                                            "ROUTINE  ansi \" quotes",
                                            "ROUTINE  plus_one",
                                            "TRIGGER order told",
                                            "TRIGGER person first_name",
                                            "TRIGGER person second_name",
                                            "VIEW  a_view",
                                            "VIEW  view of views",
                                            "VIEW  z_view"
                                        };
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void itDoesNotDifferFromItself(RealEngine engine) throws SQLException {
        try (var database = new LiveDatabase(engine, folder)) {
            HardShape.create(engine, database.connection());

            var live = database.read();

            assertThat(database.read()).isEqualTo(live);
            assertThat(
                            new SchemaComparison(engine.dialect())
                                    .compare(live.schema(), live.schema())
                                    .changes())
                    .isEmpty();
            assertThat(database.difference(live, live.schema()).changes()).isEmpty();
        }
    }
}
