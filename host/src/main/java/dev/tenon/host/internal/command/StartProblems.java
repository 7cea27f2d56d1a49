package dev.tenon.host.internal.command;

import dev.tenon.core.HostListener;
import dev.tenon.core.Plan;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import java.util.List;

/** Keeps the problems of the host one by one: the exception of its start tells them in one. */
final class StartProblems implements HostListener {

    private volatile List<Problem> planned = List.of();

    @Override
    public void planned(Plan plan) {
        planned = plan.hostProblems().stream().filter(Problem::isError).toList();
    }

    /** Returns why the host has not started. */
    List<Problem> of(TenonException thrown) {
        var known = planned;
        return known.isEmpty() ? List.of(thrown.problem()) : known;
    }
}
