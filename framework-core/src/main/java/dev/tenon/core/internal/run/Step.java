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
    ARCHIVE("archive", HostError.DATA_NOT_ARCHIVED, "its data could not be archived"),
    STOP("stop", HostError.STOP_FAILED, "its stop method failed"),
    CLOSE("close", HostError.STOP_FAILED, "closing its beans failed"),
    GIVE_BACK("give back", HostError.STOP_FAILED, "giving back what was made for it failed"),
    RELEASE("release", HostError.STOP_FAILED, "releasing what it has left behind failed"),
    DISCARD(
            "discard",
            HostError.DATA_NOT_DROPPED,
            "the archive of its data, which are still there, could not be removed"),
    DROP("drop", HostError.DATA_NOT_DROPPED, "its data could not be dropped");

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

    /** Returns what is the case when the step of the module throws. */
    String fact(String module) {
        return isOfData()
                ? "Of the module " + module + ": " + complaint + "."
                : "The module " + module + " has failed: " + complaint + ".";
    }

    /** Returns whether framework modules speak in the step, and not the module itself. */
    boolean isOfFramework() {
        return this == PREPARE || this == REHEARSE || isOfData();
    }

    private boolean isOfData() {
        return this == ARCHIVE || this == DISCARD || this == DROP;
    }

    /** Returns whether the step belongs to the stop of a module, which nothing gives up. */
    boolean isOfStop() {
        return compareTo(STOP) >= 0;
    }

    /** Returns the setting that limits the step. */
    String timeoutSetting() {
        return isOfStop() ? "stop-timeout" : "start-timeout";
    }
}
