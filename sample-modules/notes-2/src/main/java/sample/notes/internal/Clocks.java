package sample.notes.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock by which notes are dated, so that a test can set its own. */
@ApplicationScoped
class Clocks {

    @Produces
    Clock utc() {
        return Clock.systemUTC();
    }
}
