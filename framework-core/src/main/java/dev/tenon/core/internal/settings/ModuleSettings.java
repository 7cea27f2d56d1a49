package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.source.SettingSources;
import dev.tenon.core.internal.source.SourceSettings;
import dev.tenon.core.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of one module: by name, and as the interface that it declares. */
public final class ModuleSettings {

    private final SettingSources sources;
    private final String module;
    private final Optional<DeclaredSettings> declared;
    private @Nullable SettingsReading reading;
    private @Nullable Object object;

    ModuleSettings(SettingSources sources, String module, Optional<DeclaredSettings> declared) {
        this.sources = sources;
        this.module = module;
        this.declared = declared;
    }

    /** Returns the settings by their names without the module's. */
    public Settings byName() {
        return SourceSettings.ofModule(sources, module);
    }

    /** Returns the name of the interface that the module declares, if it declares one. */
    public Optional<String> interfaceName() {
        return declared.map(d -> d.type().className());
    }

    /**
     * Returns the settings as the interface that the module declares.
     *
     * @throws HostException {@code HOST-SET-005} if it is another one; what is wrong with a value
     */
    public <T> T as(Class<T> type) {
        requireDeclared(type);
        for (Problem problem : reading().problems()) {
            // The plan found none: a secret file has gone since.
            throw new HostException(problem, module);
        }
        return type.cast(object(type.getClassLoader()));
    }

    /**
     * Returns the settings as the interface that the module declares, also if some are wrong: their
     * methods throw.
     *
     * @throws HostException {@code HOST-SET-005} if it is another interface
     */
    public <T> T asFarAsRight(Class<T> type) {
        requireDeclared(type);
        return type.cast(object(type.getClassLoader()));
    }

    private void requireDeclared(Class<?> type) {
        if (interfaceName().filter(type.getName()::equals).isEmpty()) {
            throw new HostException(
                    Problem.error(
                            HostError.SETTINGS_DECLARATION,
                            "The module "
                                    + module
                                    + " has no settings of the type "
                                    + type.getName()
                                    + ".",
                            interfaceName()
                                    .map(name ->
                                            "The @Module of its plugin class names " + name + ".")
                                    .orElse("The @Module of its plugin class names none."),
                            "Name the interface there: @Module(settings = …)."),
                    module);
        }
    }

    private synchronized SettingsReading reading() {
        var known = reading;
        if (known == null) {
            known = SettingsReading.of(sources, declared.orElseThrow());
            reading = known;
        }
        return known;
    }

    private synchronized Object object(ClassLoader loader) {
        var known = object;
        if (known == null) {
            known = reading().as(loader);
            object = known;
        }
        return known;
    }
}
