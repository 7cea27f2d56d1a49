package dev.tenon.crud.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.schema.ColumnType.Plain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {

    @Test
    void namesAreQuotedAndValuesStandInTheOrderOfTheirPlaces() {
        var syntax = Engines.syntax("sqlite");
        var writer = new SqlWriter<Object>(syntax).add("select ").name("a\"b").add(" = ").value(1);
        writer.add(" in (").joined(", ", List.of("x", "y"), writer::value).add(")");
        assertThat(writer.fragment().sql()).isEqualTo("select \"a\"\"b\" = ? in (?, ?)");
        assertThat(writer.fragment().values()).containsExactly(1, "x", "y");
        assertThat(new SqlWriter<Object>(Engines.syntax("mariadb")).name("a`b").fragment().sql())
                .isEqualTo("`a``b`");
    }

    @Test
    void anOperandThatStandsTwiceIsBoundTwice() {
        var said =
                Engines.syntax("sqlite")
                        .say(Phrase.RIGHT, Fragment.<Object>text("t"), Fragment.<Object>value(3));
        assertThat(said.sql())
                .isEqualTo("case when ? > 0 then substr(t, -(?)) else substr(t, 1, 0) end");
        assertThat(said.values()).containsExactly(3, 3);
    }

    @Test
    void nullCanBeBound() {
        var writer = new SqlWriter<Object>(Engines.syntax("sqlite")).value(null);
        assertThat(writer.fragment().values()).containsExactly((Object) null);
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite, a%_b, a*?b",
        "sqlite, '*?[]!\\', '[*][?][[]]!\\'",
        "postgresql, a%_b, a%_b",
        "postgresql, '*?[]!\\', '*?[]!!\\'",
        "mariadb, a!b, a!!b"
    })
    void patternsMeanTwoCharactersAlone(String engine, String like, String pattern) {
        assertThat(Engines.syntax(engine).pattern(like)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({"sqlite, 5%_*?[, 5%_[*][?][[]", "postgresql, 5%_*!, 5!%!_*!!"})
    void aLiteralMeansItself(String engine, String text, String pattern) {
        assertThat(Engines.syntax(engine).literal(text)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite, ' limit -1 offset ?'",
        "postgresql, ' offset ?'",
        "mariadb, ' limit 18446744073709551615 offset ?'",
        "cockroachdb, ' offset ?'"
    })
    void rowsAreSkippedWithoutALimit(String engine, String sql) {
        var writer = new SqlWriter<Object>(Engines.syntax(engine));
        new Portion<Object>(Optional.empty(), Optional.of(3)).write(writer);
        assertThat(writer.fragment().sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mariadb", "cockroachdb"})
    void aPortionIsBound(String engine) {
        var writer = new SqlWriter<Object>(Engines.syntax(engine));
        new Portion<Object>(Optional.of(2), Optional.of(3)).write(writer);
        assertThat(writer.fragment().sql()).isEqualTo(" limit ? offset ?");
        assertThat(writer.fragment().values()).containsExactly(2, 3);
    }

    @Test
    void valuesAreTypedInTheWordsOfTheEngine() {
        var value = Fragment.<Object>value(1);
        assertThat(Engines.syntax("postgresql").typed(value, Plain.BIGINT).sql())
                .isEqualTo("cast(? as bigint)");
        assertThat(Engines.syntax("sqlite").typed(value, Plain.DATE).sql())
                .isEqualTo("cast(? as TEXT)");
        assertThat(Engines.syntax("mariadb").typed(value, Plain.BIGINT).sql()).isEqualTo("?");
    }

    @Test
    void everyPhraseHasWordsForEachEngine() {
        for (var engine : List.of("sqlite", "postgresql", "mariadb", "cockroachdb")) {
            for (var phrase : Phrase.values()) {
                var said =
                        Engines.syntax(engine)
                                .say(phrase, Fragment.<Object>text("x"), Fragment.text("y"));
                assertThat(said.sql()).isNotBlank().doesNotContain("{", "}");
            }
        }
    }
}
