package dev.tenon.crud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.Result;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations on virtual threads. */
class AsyncTest {

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void anythingCanBeDoneOnAVirtualThread(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var row =
                    host.table("author")
                            .async(t ->
                                    t.create(
                                            Map.of(
                                                    "name",
                                                    Thread.currentThread().isVirtual() + "")))
                            .join()
                            .orElseThrow();
            assertThat(row.get("name")).isEqualTo("true");
            assertThat(host.database().async(d -> d.table("author").find(RowKey.of(1))).join())
                    .isEqualTo(Result.success(row));
            assertThat(host.service().async(CrudService::databases).join())
                    .containsExactly("library");
        }
    }

    /** On SQLite it waits for its turn to write, on PostgreSQL for the lock of the row. */
    @ParameterizedTest
    @EnumSource
    void whatIsCancelledWhileItWaitsChangesNothing(RealEngine engine) throws Exception {
        try (var host = CrudHost.library(engine, temp)) {
            host.table("author").create(Map.of("name", "before")).orElseThrow();
            var isLocked = new CountDownLatch(1);
            var release = new CountDownLatch(1);
            var holder =
                    CompletableFuture.runAsync(() ->
                            host.sessions()
                                    .<Object>write(s -> {
                                        s.execute("update author set name = 'held' where id = 1");
                                        isLocked.countDown();
                                        assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
                                        return true;
                                    }));
            assertThat(isLocked.await(60, TimeUnit.SECONDS)).isTrue();
            var begun = new CountDownLatch(1);
            var ended = new CountDownLatch(1);
            var waiting =
                    host.table("author")
                            .async(t -> {
                                begun.countDown();
                                try {
                                    return t.patch(RowKey.of(1), Map.of("name", "late"));
                                } finally {
                                    ended.countDown();
                                }
                            });
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            waiting.cancel(true);

            assertThat(ended.await(60, TimeUnit.SECONDS)).as("without the lock").isTrue();
            assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
            release.countDown();
            holder.join();
            host.table("author").create(Map.of("name", "behind it")).orElseThrow();
            assertThat(host.table("author").find(RowKey.of(1)).orElseThrow().get("name"))
                    .isEqualTo("held");
        }
    }
}
