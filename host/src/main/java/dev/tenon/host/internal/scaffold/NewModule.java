package dev.tenon.host.internal.scaffold;

import dev.tenon.core.error.HostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A module that is to be written, and what follows from its name.
 *
 * @param name the name of the Java module, such as {@code acme.billing}
 * @param packageName the package that it exports; what is internal stands below it
 * @param group the Maven group
 */
public record NewModule(String name, String packageName, String group) {

    /**
     * Returns a module of the given name.
     *
     * @param packageName its package; nothing for that of its name
     * @param group its Maven group; nothing for the name up to the last dot, or the whole of it
     * @throws HostException {@code HOST-NEW-001} if one of the names cannot be used
     */
    public static NewModule of(String name, Optional<String> packageName, Optional<String> group) {
        NameRules.checkModule(name);
        NameRules.checkPackage(packageName.orElse(name));
        group.ifPresent(NameRules::checkGroup);
        int dot = name.lastIndexOf('.');
        return new NewModule(
                name,
                packageName.orElse(name),
                group.orElse(dot < 0 ? name : name.substring(0, dot)));
    }

    /** Returns the Maven artifact: {@code acme-billing}. */
    public String artifact() {
        return name.replace('.', '-');
    }

    /**
     * Returns the name of its database: {@code acme_billing}, which is hardly that of somebody
     * else's module, in at most 40 lower-case letters.
     */
    String database() {
        var database = name.replace('.', '_').toLowerCase(Locale.ROOT);
        return database.substring(0, Math.min(database.length(), 40));
    }

    /** Returns the simple name of the plugin class: {@code BillingModule}. */
    public String entryPoint() {
        return Arrays.stream(lastPart().split("_", -1))
                        .map(NewModule::capitalized)
                        .collect(Collectors.joining())
                + "Module";
    }

    /** Returns the title for people: {@code Billing}. */
    public String title() {
        return capitalized(lastPart().replace('_', ' ').strip());
    }

    /** Returns where the classes of the package stand below a source folder. */
    String packagePath() {
        return packageName.replace('.', '/');
    }

    private String lastPart() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String capitalized(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
