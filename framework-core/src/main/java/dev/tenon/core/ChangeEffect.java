package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a change of the running modules does to one of them.
 *
 * @param kind what is done
 * @param module the module after the change; before it if it goes
 * @param before the module before an upgrade
 */
public record ChangeEffect(Kind kind, ModuleInfo module, Optional<ModuleInfo> before) {

    /** What is done to a module. */
    public enum Kind {
        /** It is new, and is started. */
        INSTALL,
        /** It could not start before, and is started now that it can. */
        START,
        /** It is stopped, and another version of it is started. */
        UPGRADE,
        /** It is stopped, and is gone. */
        UNINSTALL,
        /** It is stopped and started again, because a module that it requires changes. */
        RESTART,
        /** It is stopped and cannot start again, because a module that it requires goes. */
        STOP
    }

    public ChangeEffect {
        requireNonNull(kind, "kind");
        requireNonNull(module, "module");
        requireNonNull(before, "before");
    }

    /** Returns the effect in words: {@code UPGRADE sample.notes 1.0 -> 1.1}. */
    @Override
    public String toString() {
        return kind
                + " "
                + before.map(b ->
                                b.nameAndVersion() + " -> " + module.version().orElse("no version"))
                        .orElseGet(module::nameAndVersion);
    }
}
