package dev.tenon.host.internal.error;

import dev.tenon.core.error.ErrorCode;

/**
 * Every kind of failure that the program reports besides those of the host that it runs: {@code
 * NEW} when a project is written, {@code ENV} in what the program finds around itself.
 */
public enum ProgramError implements ErrorCode {
    NAME_UNUSABLE(
            "HOST-NEW-001",
            "name cannot be that of a new module",
            "Choose a name such as acme.billing."),
    PROJECT_FOLDER_USED(
            "HOST-NEW-002",
            "folder of a new project is in use",
            "Name another folder with --directory; tenon new overwrites nothing."),
    PROJECT_NOT_WRITTEN(
            "HOST-NEW-003",
            "new project cannot be written",
            "Mend what the cause says, or name another folder with --directory: nothing was left behind."),
    INSTALLATION_INCOMPLETE(
            "HOST-NEW-004",
            "no installation to build a new project with",
            "Run bin/tenon of a runtime image, or ./tenon of a clone."),
    START_CACHE_FAILED(
            "HOST-ENV-001",
            "start cache cannot be made",
            "Mend what the cause says and run 'tenon optimize' again; Tenon works without a start cache."),
    START_CACHE_UNUSED(
            "HOST-ENV-002",
            "start cache is not used",
            "Run 'tenon optimize'; Tenon works without a start cache, only slower."),
    MACHINE_SHORT(
            "HOST-ENV-003",
            "machine is short of something",
            "Give it what the message names, or choose another place for it."),
    INSTALLATION_DAMAGED(
            "HOST-ENV-004",
            "installation is not what was built",
            "Install Tenon again, over what is there."),
    INTERNAL("HOST-ENV-005", "internal error", "Please report it, with what --stacktrace shows.");

    private final String code;
    private final String title;
    private final String remedy;

    ProgramError(String code, String title, String remedy) {
        this.code = code;
        this.title = title;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
