package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.report.Machine;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.Table;
import dev.tenon.benchmarks.sql.Synchronous;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Everything about many callers.
 *
 * @param callers how many wrote at once
 * @param crowd how many there were for virtual threads
 * @param milliseconds how long each run counted
 */
record WritersResults(
        List<Synchronous> synchronous,
        List<Integer> callers,
        int crowd,
        int rounds,
        long milliseconds,
        List<CaseFigures> figures) {

    Report report() {
        var tables = new ArrayList<Table>();
        synchronous.forEach(way -> tables.add(inserts(way)));
        tables.add(increments());
        tables.add(reads());
        tables.add(crowds());
        return new Report(Machine.here(), this, tables);
    }

    private Table inserts(Synchronous way) {
        var rows = new ArrayList<List<String>>();
        for (Contender contender : Contender.values()) {
            rows.add(row(contender.label(), count -> insert(way, count, contender)));
        }
        rows.add(row("session, times the better pool", count -> timesThePool(way, count)));
        return new Table(
                ("INSERT, synchronous=%s, by number of callers: per second; milliseconds that half"
                                + " of them took, 99 of a hundred, the longest. Medians of %d rounds of %d"
                                + " ms:")
                        .formatted(way, rounds, milliseconds),
                Stream.concat(Stream.of(""), callers.stream().map(String::valueOf)).toList(),
                rows);
    }

    private List<String> row(String label, IntFunction<String> cell) {
        return Stream.concat(Stream.of(label), callers.stream().map(cell::apply)).toList();
    }

    private String insert(Synchronous way, int count, Contender contender) {
        var f = figure(Workload.INSERT, way, count, contender);
        return f.rate() + "; " + f.times() + (f.busy() > 0 ? "; " + f.busy() + " BUSY" : "");
    }

    private String timesThePool(Synchronous way, int count) {
        var pools =
                figures.stream()
                        .filter(f -> f.is(Workload.INSERT, way, count))
                        .filter(f -> f.measured().contender() != Contender.SESSION)
                        .toList();
        return Shares.ofTheBest(figure(Workload.INSERT, way, count, Contender.SESSION), pools)
                .map(share -> share.text(2))
                .orElse("–");
    }

    private Table increments() {
        return new Table(
                "Read, then write, %d callers on the same row; *wrong* is the row less the calls that succeeded:"
                        .formatted(callers.getLast()),
                List.of("synchronous", "", "per second", "50 / 99 / 100 % ms", "BUSY", "wrong"),
                of(Workload.INCREMENT)
                        .map(f ->
                                List.of(
                                        f.measured().synchronous().name(),
                                        f.measured().contender().label(),
                                        f.rate(),
                                        f.times(),
                                        "" + f.busy(),
                                        "" + f.wrong()))
                        .toList());
    }

    private Table reads() {
        return new Table(
                "Reads by one caller, ms that 99 of a hundred took, alone and among %d writers:"
                        .formatted(callers.getLast()),
                List.of("read", "synchronous", "", "alone", "among writers", "times"),
                Stream.concat(
                                of(Workload.READ)
                                        .map(f -> read("by key", f, Workload.READ_AMONG_WRITERS)),
                                of(Workload.PAGE)
                                        .map(f -> read("50 rows", f, Workload.PAGE_AMONG_WRITERS)))
                        .toList());
    }

    private List<String> read(String read, CaseFigures alone, Workload amongWriters) {
        var among =
                figure(
                        amongWriters,
                        alone.measured().synchronous(),
                        alone.measured().callers(),
                        alone.measured().contender());
        return List.of(
                read,
                alone.measured().synchronous().name(),
                alone.measured().contender().label(),
                CaseFigures.ms(alone.p99Ms().median()),
                CaseFigures.ms(among.p99Ms().median()),
                Spread.decimals(among.p99Ms().median() / alone.p99Ms().median(), 1));
    }

    private Table crowds() {
        return new Table(
                "INSERT through sessions, %d callers:".formatted(crowd),
                List.of("synchronous", "threads", "per second", "50 / 99 / 100 % ms", "pinned"),
                Stream.concat(
                                of(Workload.INSERT).filter(f -> f.measured().callers() == crowd),
                                of(Workload.INSERT_VIRTUAL))
                        .sorted(Comparator.comparing(f -> f.measured().synchronous()))
                        .map(WritersResults::crowd)
                        .toList());
    }

    private static List<String> crowd(CaseFigures f) {
        boolean virtual = f.measured().workload() == Workload.INSERT_VIRTUAL;
        return List.of(
                f.measured().synchronous().name(),
                virtual ? "virtual" : "platform",
                f.rate(),
                f.times(),
                virtual ? "" + f.pinned() : "–");
    }

    private Stream<CaseFigures> of(Workload workload) {
        return figures.stream().filter(f -> f.measured().workload() == workload);
    }

    private CaseFigures figure(Workload workload, Synchronous way, int count, Contender contender) {
        return figures.stream()
                .filter(f -> f.is(workload, way, count))
                .filter(f -> f.measured().contender() == contender)
                .findFirst()
                .orElseThrow();
    }
}
