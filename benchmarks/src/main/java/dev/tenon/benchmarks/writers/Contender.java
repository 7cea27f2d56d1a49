package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.sql.CrowdAccess;
import dev.tenon.benchmarks.sql.PoolAccess;
import dev.tenon.benchmarks.sql.SessionAccess;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.nio.file.Path;

/** Who writes. */
enum Contender {
    POOL("pool, auto-commit"),
    POOL_TRANSACTION("pool, begin immediate"),
    SESSION("**session**");

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    CrowdAccess open(Target target, Path folder) throws IOException {
        return switch (this) {
            case POOL -> PoolAccess.open(target);
            case POOL_TRANSACTION -> PoolAccess.transactional(target);
            case SESSION -> SessionAccess.open(target, folder);
        };
    }
}
