package dev.tenon.database.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.ChildJvm;
import dev.tenon.database.fixture.RealEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever kills a process in the middle of a migration finds the database as it was before. */
class KilledMigrationsTest {

    private static final int ROUNDS = 20;
    private static final long LONGEST_MILLIS = 500;

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void theOldDataAreWholeAndTheNextRunFinishes(RealEngine engine) throws Exception {
        var random = new Random(5);
        int killedInTime = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var folder = Files.createDirectory(temp.resolve("r" + round));
            try (var database = MigratedDatabase.on(engine, folder)) {
                database.migrate(LongMigrations.first());

                kill(engine, database.url(), random.nextLong(LONGEST_MILLIS));

                try (var found = database.again()) {
                    if (found.history().equals(List.of("1"))) {
                        killedInTime++;
                        assertThat(found.data().rows(String.class, "select title from note"))
                                .containsExactly("old");
                    }
                    found.migrate(LongMigrations.all(engine));
                    assertThat(found.history()).containsExactly("1", "2");
                    assertThat(found.data().one(Integer.class, "select count(*) from note"))
                            .isEqualTo(LongMigrations.ROWS);
                }
            }
        }
        assertThat(killedInTime).isPositive();
    }

    /** Kills a process some time after it has begun the second migration. */
    private static void kill(RealEngine engine, String url, long millis)
            throws IOException, InterruptedException {
        var process = ChildJvm.startInModule(MigratingProgram.class, engine.name(), url);
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).contains("2 \"rows\"");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
