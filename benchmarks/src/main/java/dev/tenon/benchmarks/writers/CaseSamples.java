package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of a case, one in each round. */
final class CaseSamples {

    private final Case measured;
    private final List<Run> runs = new ArrayList<>();

    CaseSamples(Case measured) {
        this.measured = measured;
    }

    Case measured() {
        return measured;
    }

    void add(Run run) {
        runs.add(run);
    }

    CaseFigures figures() {
        return new CaseFigures(
                measured,
                runs.stream().map(run -> run.load().perSecond()).toList(),
                spread(LoadSample::perSecond),
                spread(LoadSample::medianMs),
                spread(LoadSample::p99Ms),
                spread(LoadSample::maxMs),
                runs.stream().mapToLong(run -> run.load().busy()).sum(),
                runs.stream().mapToLong(Run::wrong).sum(),
                runs.stream().mapToLong(Run::pinned).sum());
    }

    private Spread spread(ToDoubleFunction<LoadSample> figure) {
        return Spread.of(runs.stream().map(run -> figure.applyAsDouble(run.load())).toList());
    }
}
