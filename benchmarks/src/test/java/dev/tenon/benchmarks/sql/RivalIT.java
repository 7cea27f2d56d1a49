package dev.tenon.benchmarks.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.benchmarks.handout.Item;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RivalIT {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void everyRivalReadsAndWritesTheTable(Rival rival) throws Exception {
        var target = prepared();

        try (var access = rival.open(target, folder)) {
            assertThat(access.select(3)).isEqualTo(new Item(3, "item 3", 0));

            access.insert("new", 7);
            assertThat(access.select(Target.ROWS + 1))
                    .isEqualTo(new Item(Target.ROWS + 1, "new", 7));
        }
    }

    @Test
    void aPoolAndASessionIncrement() throws Exception {
        var target = prepared();

        try (var pool = PoolAccess.transactional(target);
                var session = SessionAccess.open(target, folder)) {
            pool.increment(1);
            session.increment(1);

            assertThat(pool.select(1).amount()).isEqualTo(2);
        }
    }

    private Target prepared() throws Exception {
        var target = Target.file(folder.resolve("bench.db"), "NORMAL");
        target.prepare();
        return target;
    }
}
