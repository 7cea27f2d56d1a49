package dev.tenon.benchmarks.writers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lets callers loose on a database for a while.
 *
 * @param warmUp how long their calls do not count
 * @param measured how long they count
 */
record Load(Duration warmUp, Duration measured) {

    /** Returns what each kind of callers has done; all of them call at once. */
    List<LoadSample> run(Callers... kinds) throws InterruptedException {
        var begin = new CompletableFuture<Period>();
        var callers =
                Stream.of(kinds)
                        .map(kind ->
                                IntStream.range(0, kind.count())
                                        .mapToObj(n -> new Caller(kind.operation(), n, begin))
                                        .toList())
                        .toList();
        var threads =
                IntStream.range(0, kinds.length)
                        .boxed()
                        .flatMap(k -> callers.get(k).stream().map(kinds[k].threads()::newThread))
                        .toList();
        threads.forEach(Thread::start);
        var period = Period.after(warmUp, measured);
        begin.complete(period);
        for (Thread thread : threads) {
            thread.join();
        }
        return callers.stream().map(same -> LoadSample.of(same, period)).toList();
    }
}
