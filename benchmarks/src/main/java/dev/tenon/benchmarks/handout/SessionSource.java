package dev.tenon.benchmarks.handout;

import dev.tenon.database.SessionFactory;

/** A service by which a plugin gives its own sessions away. */
public interface SessionSource {

    /** Returns the sessions as the module has them. */
    SessionFactory sessions();
}
