package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.database.internal.migration.TransactionStatements.ForbiddenStatement;
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
                "attach database 'x' as y"
            })
    void whatEndsATransactionIsRefused(String sql) {
        assertThatThrownBy(() -> TransactionStatements.refuse(sql))
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
                "update beginning set a = 1"
            })
    void otherStatementsAreLeftAlone(String sql) {
        TransactionStatements.refuse(sql);
    }
}
