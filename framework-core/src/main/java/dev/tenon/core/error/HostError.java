package dev.tenon.core.error;

/**
 * Every kind of failure that the host itself reports.
 *
 * <p>The groups: {@code PLAN} is found before any plugin code runs, {@code RUN} while modules start
 * and stop, {@code SET} in settings, {@code SVC} in the service registry, {@code CDI} in a module's
 * beans, {@code MOD} when somebody asks for a module that is not there.
 */
public enum HostError implements ErrorCode {
    PLUGIN_FOLDER_UNREADABLE(
            "HOST-PLAN-001",
            "plugin folder cannot be read",
            "Create the folder or correct the setting tenon.plugins."),
    BROKEN_JAR(
            "HOST-PLAN-002",
            "file is not a readable module",
            "Build or copy the file again, or correct its permissions; a copy that was cut off is the"
                    + " usual cause."),
    NOT_A_MODULE(
            "HOST-PLAN-003",
            "no module descriptor",
            "Add a module-info.java; a library belongs into the folder of the plugin that uses it."),
    NO_PLUGIN(
            "HOST-PLAN-004",
            "module provides no ModulePlugin",
            "Add 'provides dev.tenon.core.ModulePlugin with …' to the descriptor."),
    DUPLICATE_NAME(
            "HOST-PLAN-005",
            "two modules of one name",
            "Keep one of the files and remove the others."),
    MISSING_REQUIREMENT(
            "HOST-PLAN-006",
            "required module not found",
            "Put the required module into a plugin folder, or remove the requirement."),
    CYCLE(
            "HOST-PLAN-007",
            "modules require each other in a cycle",
            "Move what both need into a third module."),
    SPLIT_PACKAGE(
            "HOST-PLAN-008",
            "one package in two modules",
            "Rename the package in one of the two modules."),
    UNRESOLVABLE(
            "HOST-PLAN-009",
            "module cannot be resolved",
            "Correct the descriptor as the cause says."),
    BAD_PROVIDER(
            "HOST-PLAN-010",
            "provider class cannot be used",
            "Make the class public, with a public no-argument constructor or a public static provider() method."),
    SEVERAL_PLUGINS(
            "HOST-PLAN-011",
            "more than one ModulePlugin",
            "Provide exactly one ModulePlugin in a plugin; put further ones into plugins of their own."),
    DECLARATION_UNREADABLE(
            "HOST-PLAN-012",
            "declarations of the module cannot be read",
            "Build or copy the module again; if its class files are whole, the fault is that of the"
                    + " framework module which reads them."),
    LAYER_FAILED(
            "HOST-RUN-001",
            "module layer cannot be created",
            "Correct the module as the cause says."),
    PROVIDER_FAILED(
            "HOST-RUN-002",
            "plugin cannot be constructed",
            "Correct the constructor or the provider() method; keep work for register and start."),
    REGISTER_FAILED(
            "HOST-RUN-003",
            "register failed",
            "Correct the module's register method as the cause says."),
    START_FAILED(
            "HOST-RUN-004", "start failed", "Correct the module's start method as the cause says."),
    STEP_TIMED_OUT(
            "HOST-RUN-005",
            "step did not end in time",
            "Look at where the step stands, or raise tenon.start-timeout or tenon.stop-timeout."),
    LINKAGE_FAILED(
            "HOST-RUN-006",
            "class cannot be linked",
            "Compile the module against the versions it runs with, and pack every class it uses."),
    STOP_FAILED(
            "HOST-RUN-007", "stop failed", "Correct the module's stop method as the cause says."),
    BLOCKED(
            "HOST-RUN-008",
            "a required module did not start",
            "Mend the module at the end of the chain; this one starts with it."),
    START_INTERRUPTED(
            "HOST-RUN-009", "start was interrupted", "None: what had started was stopped again."),
    COPY_FAILED(
            "HOST-RUN-010",
            "plugin cannot be copied",
            "Free disk space or correct the permissions of the work folder."),
    NOT_ON_MODULE_PATH(
            "HOST-RUN-011",
            "Tenon is not on the module path",
            "Start Java with --module-path and --module instead of -classpath."),
    CLASS_LOADER_HELD(
            "HOST-RUN-012",
            "class loader of a stopped module is still held",
            "End in the module's stop method what the message names."),
    PREPARATION_FAILED(
            "HOST-RUN-013",
            "what a module declares cannot be made",
            "Correct what the cause names, or look at the stack trace with --stacktrace."),
    TOOL_UNKNOWN(
            "HOST-RUN-014",
            "no framework module offers the tool",
            "Put the framework module that offers it on the module path of the host."),
    SETTING_INVALID(
            "HOST-SET-001",
            "setting has a wrong value",
            "Correct the value where the message says it stands."),
    SETTING_MISSING("HOST-SET-002", "setting is missing", "Give the setting a value."),
    SETTINGS_UNREADABLE(
            "HOST-SET-003",
            "settings file cannot be read",
            "Correct the file or its permissions, or drop the option that names it."),
    SETTING_UNKNOWN(
            "HOST-SET-004",
            "no such setting",
            "Correct the name, or remove the setting where the message says it stands."),
    SETTINGS_DECLARATION(
            "HOST-SET-005",
            "settings interface cannot be used",
            "Correct the interface as the cause says."),
    SERVICE_NOT_FOUND(
            "HOST-SVC-001",
            "service not found",
            "Ask for one of the services that the message lists, or install the module that offers it."),
    SERVICE_TAKEN(
            "HOST-SVC-002", "service key is taken", "Offer the service under a name of its own."),
    SERVICE_OF_WRONG_TYPE(
            "HOST-SVC-003",
            "service is not of its key's type",
            "Offer an object that implements the type."),
    SERVICE_OWNER_GONE(
            "HOST-SVC-004",
            "owner of the registry view has stopped",
            "Use the registry between register and stop only."),
    SERVICE_GONE(
            "HOST-SVC-005",
            "service's module is gone",
            "Look the service up again, or require its module, so that this one stops before it."),
    CONTAINER_FAILED(
            "HOST-CDI-001",
            "beans of the module cannot be deployed",
            "Correct the beans as the cause says."),
    NO_BEANS(
            "HOST-CDI-002",
            "module has no beans",
            "Give a class of the module a bean defining annotation such as @ApplicationScoped."),
    SERVICE_BEAN_INVALID(
            "HOST-CDI-003",
            "bean cannot be offered as a service",
            "Name in @Service a type that the bean implements."),
    MODULE_NOT_FOUND(
            "HOST-MOD-001",
            "module not found",
            "Ask for one of the modules that the message lists."),
    ALREADY_INSTALLED(
            "HOST-MOD-002", "module is installed already", "Upgrade it, or uninstall it first."),
    DEPENDENTS_AFFECTED(
            "HOST-MOD-003",
            "change would stop other modules",
            "Allow the change to restart dependents, or change those modules with it."),
    CHANGE_REFUSED(
            "HOST-MOD-004",
            "change would leave a module that cannot start",
            "Mend what the cause says, and try again: nothing was changed."),
    CHANGE_FAILED(
            "HOST-MOD-005",
            "change failed and was taken back",
            "Mend what the cause says, and try again: the modules from before run."),
    CHANGE_NOT_TAKEN_BACK(
            "HOST-MOD-006",
            "change failed, and a module from before did not start again",
            "Mend what the cause says, and upgrade the modules that do not run: with their old files,"
                    + " too, that starts them anew."),
    DATA_REFUSED(
            "HOST-MOD-007",
            "data of a module are not archived or dropped",
            "Mend what the cause says, or uninstall the module and keep its data: nothing was"
                    + " changed."),
    DATA_NOT_ARCHIVED(
            "HOST-MOD-008",
            "data of a module could not be archived",
            "Mend what the cause says, and try again: nothing was dropped."),
    DATA_NOT_DROPPED(
            "HOST-MOD-009",
            "data of a module could not be dropped",
            "Remove what remains by hand, or install the module and uninstall it again.");

    private final String code;
    private final String title;
    private final String remedy;

    HostError(String code, String title, String remedy) {
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
