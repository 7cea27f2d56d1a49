package dev.tenon.benchmarks.sessions;

import dev.tenon.benchmarks.handout.Item;
import dev.tenon.benchmarks.sql.Access;

/** Stands for the rival before it is opened. */
final class NotOpen implements Access {

    @Override
    public Item select(long id) {
        throw new IllegalStateException("Nothing is open.");
    }

    @Override
    public void insert(String title, long amount) {
        throw new IllegalStateException("Nothing is open.");
    }

    @Override
    public void close() {}
}
