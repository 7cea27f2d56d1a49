package dev.tenon.core.internal.run;

import dev.tenon.core.error.HostError;

/** One call into a module; each runs on a thread of its own and has a time limit. */
enum Step {
    LOAD("load", HostError.PROVIDER_FAILED, "its plugin class cannot be constructed"),
    PREPARE("prepare", HostError.PREPARATION_FAILED, "what it declares cannot be made"),
    REHEARSE("rehearse", HostError.PREPARATION_FAILED, "what it declares could not be made"),
    BEANS("beans", HostError.CONTAINER_FAILED, "its beans cannot be deployed"),
    REGISTER("register", HostError.REGISTER_FAILED, "its register method failed"),
    START("start", HostError.START_FAILED, "its start method failed"),
    STOP("stop", HostError.STOP_FAILED, "its stop method failed"),
    CLOSE("close", HostError.STOP_FAILED, "closing its beans failed"),
    GIVE_BACK("give back", HostError.STOP_FAILED, "giving back what was made for it failed"),
    RELEASE("release", HostError.STOP_FAILED, "releasing what it has left behind failed");

    private final String label;
    private final HostError failure;
    private final String complaint;

    Step(String label, HostError failure, String complaint) {
        this.label = label;
        this.failure = failure;
        this.complaint = complaint;
    }

    /** Returns the word for log lines and thread names. */
    String label() {
        return label;
    }

    /** Returns the code of the problem when the step throws. */
    HostError failure() {
        return failure;
    }

    /** Returns what is the case when the step throws, to follow "The module X has failed:". */
    String complaint() {
        return complaint;
    }

    /** Returns whether the step belongs to the stop of a module. */
    boolean isOfStop() {
        return compareTo(STOP) >= 0;
    }

    /** Returns the setting that limits the step. */
    String timeoutSetting() {
        return isOfStop() ? "stop-timeout" : "start-timeout";
    }
}
