package dev.tenon.database.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.Session;
import dev.tenon.database.WriteOptions;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.ServerDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that ends a transaction leaves its connection. */
@Timeout(120)
class MariaDbDeadlocksTest {

    private ServerDatabase database;

    @BeforeEach
    void open() throws Exception {
        database =
                ServerDatabase.mariaDb(s ->
                        ServerDatabase.limits(
                                s, 2, Duration.ofSeconds(30), Duration.ofSeconds(20)));
        database.run("create table note(id int primary key, n int)");
        database.run("insert into note values (1, 0), (2, 0)");
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void theConnectionsAreTheSameAfterADeadlock() throws Exception {
        Set<Long> before = ConcurrentHashMap.newKeySet();
        assertThat(bothUpdateCrosswise(before)).containsExactly(DatabaseError.DEADLOCK);

        Set<Long> after = ConcurrentHashMap.newKeySet();
        assertThat(bothUpdateCrosswise(after)).containsExactly(DatabaseError.DEADLOCK);

        assertThat(after).hasSize(2).isEqualTo(before);
    }

    private List<Object> bothUpdateCrosswise(Set<Long> connections) throws Exception {
        var barrier = new CyclicBarrier(2);
        var first = start(barrier, connections, 1, 2);
        var second = start(barrier, connections, 2, 1);
        return Stream.of(first.get(), second.get()).flatMap(Optional::stream).toList();
    }

    private FutureTask<Optional<Object>> start(
            CyclicBarrier barrier, Set<Long> connections, int mine, int yours) {
        var task =
                new FutureTask<Optional<Object>>(() -> {
                    try {
                        database.sessions()
                                .write(
                                        WriteOptions.DEFAULT.noRetry(),
                                        s -> {
                                            connections.add(id(s));
                                            update(s, mine);
                                            barrier.await(30, TimeUnit.SECONDS);
                                            return update(s, yours);
                                        });
                        return Optional.empty();
                    } catch (DatabaseException e) {
                        return Optional.of(e.code());
                    }
                });
        Thread.ofVirtual().start(task);
        return task;
    }

    private static long update(Session s, int id) {
        return s.execute("update note set n = n + 1 where id = ?", id);
    }

    private static long id(Session s) {
        return s.query("select connection_id()").one(Long.class);
    }
}
