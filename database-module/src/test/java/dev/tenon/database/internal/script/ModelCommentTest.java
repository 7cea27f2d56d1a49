package dev.tenon.database.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The comment that names the model which a migration makes the tables of. */
class ModelCommentTest {

    @Test
    void isFoundAboveTheFirstStatement() {
        var script = ModelComment.line("1-ab") + "\n-- The tables\n\nselect 1;";

        assertThat(ModelComment.of(script)).contains("1-ab");
        assertThat(ModelComment.of("-- The tables\n\n" + script)).contains("1-ab");
        assertThat(Script.read(script, Set.of()).unknown()).isEmpty();
    }

    @Test
    void meansNothingBehindAStatementOrInIt() {
        assertThat(ModelComment.of("select 1;\n" + ModelComment.line("1-ab"))).isEmpty();
        assertThat(ModelComment.of("select '\n" + ModelComment.line("1-ab") + "';")).isEmpty();
        assertThat(ModelComment.of("-- tenon: transaction=off\nselect 1;")).isEmpty();
    }
}
