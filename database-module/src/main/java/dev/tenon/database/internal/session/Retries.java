package dev.tenon.database.internal.session;

import dev.tenon.database.RetryPolicy;
import dev.tenon.database.engine.Claim;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a work again after failures that may pass. */
record Retries(Predicate<Exception> mayPass, RetryPolicy policy, Claim claim) {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    <T extends @Nullable Object> T run(Callable<T> attempt) throws Exception {
        long begun = System.nanoTime();
        for (int number = 1; ; number++) {
            try {
                return attempt.call();
            } catch (Exception e) {
                if (!mayPass.test(e)) {
                    throw e;
                }
                var pause = pauseAfter(number);
                if (!isAllowed(number, pause, begun)) {
                    throw e;
                }
                LOG.debug("Attempt {} of {} failed and is repeated", number, policy.attempts(), e);
                sleep(pause, e);
            }
        }
    }

    private static void sleep(Duration pause, Exception reason) throws InterruptedException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            e.addSuppressed(reason);
            throw e;
        }
    }

    /** Returns a random part of the longest pause at this point. */
    private Duration pauseAfter(int number) {
        double longest =
                Math.min(
                        (double) nanos(policy.longestPause()),
                        (double) nanos(policy.firstPause()) * Math.pow(2, number - 1));
        return Duration.ofNanos((long) (longest * ThreadLocalRandom.current().nextDouble()));
    }

    /** Takes what is longer than a number can hold for the longest that it can. */
    private static long nanos(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }

    private boolean isAllowed(int number, Duration pause, long begun) {
        return number < policy.attempts()
                && !claim.cancellation().isRequested()
                && System.nanoTime() - begun + pause.toNanos() <= nanos(policy.budget())
                && claim.deadline().left() > pause.toNanos();
    }
}
