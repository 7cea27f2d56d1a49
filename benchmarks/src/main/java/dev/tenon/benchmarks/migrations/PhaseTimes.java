package dev.tenon.benchmarks.migrations;

/**
 * What the phases take: milliseconds for one database, or how many times as long as in another way.
 */
record PhaseTimes(double anew, double pending, double upToDate, double check) {

    /** Returns how many times as long they take here. */
    PhaseTimes over(PhaseTimes other) {
        return new PhaseTimes(
                anew / other.anew,
                pending / other.pending,
                upToDate / other.upToDate,
                check / other.check);
    }
}
