package dev.tenon.database.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.ServerDatabase;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RecorderTest {

    @TempDir Path temp;

    @Test
    void anErrorOfOneEntryDoesNotKeepTheNextFromBeingWritten() throws Exception {
        var settings = StoreSettings.of("framework", "jdbc:sqlite:" + temp.resolve("framework.db"));
        try (var database = ServerDatabase.open(settings)) {
            database.run("create table note(id integer primary key)");
            var thrown = new CountDownLatch(1);
            try (var recorder = new Recorder()) {
                recorder.recordTo(database.sessions());
                recorder.record(_ -> {
                    thrown.countDown();
                    throw new StackOverflowError("of the test");
                });
                thrown.await();
                recorder.record(s -> s.execute("insert into note values (1)"));
            }
            assertThat(database.rows(Long.class, "select id from note")).containsExactly(1L);
        }
    }
}
