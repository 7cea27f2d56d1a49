package dev.tenon.database.admin;

import java.util.List;

/**
 * The databases of the modules of a plan, while none of the modules runs in this process. Got from
 * {@link dev.tenon.core.host.HostTools#get}, and closed with the tools:
 *
 * {@snippet :
 * try (var tools = Host.builder().plugins(Path.of("plugins")).tools()) {
 *     for (var database : tools.get(DatabaseAdministration.class).databases()) {
 *         System.out.println(database.name() + " of " + database.module());
 *     }
 * }
 * }
 *
 * <p>Not safe for use by many threads.
 */
public interface DatabaseAdministration {

    /**
     * Returns the databases that modules of the plan declare, by their names, and the framework's
     * own. A database whose name cannot be used is not among them; the plan tells of it.
     */
    List<ManagedDatabase> databases();

    /**
     * Returns the database of a module.
     *
     * @param module the name of the module; that of the database will do
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-014} if there is none; the
     *     message lists what there is
     */
    ManagedDatabase of(String module);
}
