package dev.tenon.benchmarks.start;

import java.util.Map;

/** Whether processes use the cache that {@code tenon optimize} makes. */
enum StartCache {
    WITHOUT,
    WITH;

    /** Returns the variables by which a process is told. */
    Map<String, String> environment() {
        return switch (this) {
            case WITHOUT -> Map.of("TENON_AOT", "off");
            case WITH -> Map.of();
        };
    }

    /** Returns the name for tables. */
    String label() {
        return switch (this) {
            case WITHOUT -> "without";
            case WITH -> "with";
        };
    }
}
