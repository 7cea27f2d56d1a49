package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.migration.TransactionStatements.ForbiddenStatement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionStatementsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                "COMMIT WORK",
                "-- so far\ncommit",
                "/* a */ /* b */ begin",
                "rollback",
                "end transaction",
                "start transaction",
                "attach database 'x' as y",
                "prepare transaction 'a'",
                "rollback work",
                "set autocommit = 0",
                "set session autocommit = 0"
            })
    void whatEndsATransactionIsRefused(String sql) {
        assertThatThrownBy(() -> TransactionStatements.refuse(sql, Lexis.STANDARD))
                .isInstanceOf(ForbiddenStatement.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create trigger t after insert on note begin select 1; end",
                "rollback to savepoint a",
                "savepoint a",
                "insert into note values ('commit')",
                "comment on table note is 'x'",
                "update beginning set a = 1",
                "-- commit",
                "set lock_timeout = 1"
            })
    void otherStatementsAreLeftAlone(String sql) {
        TransactionStatements.refuse(sql, Lexis.STANDARD);
    }

    @Test
    void commentsAreReadAsTheEngineDoes() {
        assertThatThrownBy(() ->
                        TransactionStatements.refuse(
                                "# so far\ncommit", Set.of(Lexis.HASH_COMMENTS)))
                .isInstanceOf(ForbiddenStatement.class);
    }

    @Test
    void commentsMayBeLong() {
        var comments = "-- a line of it\n".repeat(50_000);

        TransactionStatements.refuse(comments + "select 1", Lexis.STANDARD);
        assertThatThrownBy(() -> TransactionStatements.refuse(comments + "commit", Lexis.STANDARD))
                .isInstanceOf(ForbiddenStatement.class);
    }
}
