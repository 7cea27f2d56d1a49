package dev.tenon.database.internal.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

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
