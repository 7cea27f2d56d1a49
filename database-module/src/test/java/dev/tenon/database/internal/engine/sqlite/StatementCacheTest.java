package dev.tenon.database.internal.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConfig;

class StatementCacheTest {

    private Connection connection;
    private StatementCache cache;

    @BeforeEach
    void open() throws SQLException {
        connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        cache = new StatementCache(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aStatementThatWasGivenBackIsLentAgain() throws SQLException {
        var first = cache.lend("select 1");
        first.close();
        assertThat(cache.lend("select 1")).isSameAs(first);
    }

    @Test
    void aStatementHasRowsAndNamesAtEveryRun() throws SQLException {
        for (int i = 0; i < 3; i++) {
            try (var counted = cache.lend("select 1 as \"n\", ? as m union select 2, 'b'")) {
                counted.statement().setString(1, "a" + i);
                try (var rows = counted.query()) {
                    assertThat(rows.getMetaData().getColumnLabel(2)).isEqualTo("m");
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt("n")).isEqualTo(1);
                    assertThat(rows.getString("m")).isEqualTo("a" + i);
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString("m")).isEqualTo("b");
                    assertThat(rows.next()).isFalse();
                }
            }
        }
    }

    @Test
    void aStatementWithoutRowsHasItsNamesToo() throws SQLException {
        for (int i = 0; i < 3; i++) {
            try (var none = cache.lend("select 1 as n where 0");
                    var rows = none.query()) {
                assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo("n");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void aStatementThatReturnsNoRowsIsNoQuery() throws SQLException {
        try (var command = cache.lend("create table t(a)")) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(command::query).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void aStatementInUseIsNotLentTwice() throws SQLException {
        var outer = cache.lend("select 1");
        var inner = cache.lend("select 1");
        assertThat(inner.statement()).isNotSameAs(outer.statement());
        inner.close();
        assertThat(inner.statement().isClosed()).isTrue();
        assertThat(outer.statement().isClosed()).isFalse();
        outer.close();
    }

    @Test
    void aDiscardedStatementIsClosedAndNotLentAgain() throws SQLException {
        var failed = cache.lend("select 1");
        failed.discard();
        failed.close();
        assertThat(failed.statement().isClosed()).isTrue();
        assertThat(cache.lend("select 1")).isNotSameAs(failed);
    }

    @Test
    void theLeastRecentlyUsedOnesAreClosed() throws SQLException {
        var first = cache.lend("select 0");
        first.close();
        var inUse = cache.lend("select -1");
        for (int i = 1; i < 1_000; i++) {
            cache.lend("select " + i).close();
        }
        assertThat(cache.size()).isLessThanOrEqualTo(200);
        assertThat(first.statement().isClosed()).isTrue();
        assertThat(inUse.statement().isClosed()).isFalse();
        inUse.close();
        assertThat(inUse.statement().isClosed()).isTrue();
    }
}
