package dev.tenon.benchmarks.writers;

import java.util.concurrent.ThreadFactory;

/**
 * Callers of one kind, each on a thread of its own, who do the same again and again.
 *
 * @param threads makes their threads
 */
record Callers(int count, ThreadFactory threads, Operation operation) {

    static Callers platform(int count, Operation operation) {
        return new Callers(count, Thread.ofPlatform().factory(), operation);
    }

    static Callers virtual(int count, Operation operation) {
        return new Callers(count, Thread.ofVirtual().factory(), operation);
    }
}
