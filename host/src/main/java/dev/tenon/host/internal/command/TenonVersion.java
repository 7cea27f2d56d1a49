package dev.tenon.host.internal.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of Tenon, as its own module was compiled with. */
final class TenonVersion implements IVersionProvider {

    /** Returns the version, or {@code development} if the module has none. */
    static String text() {
        return Optional.ofNullable(TenonVersion.class.getModule().getDescriptor())
                .flatMap(d -> d.rawVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"tenon " + text()};
    }
}
