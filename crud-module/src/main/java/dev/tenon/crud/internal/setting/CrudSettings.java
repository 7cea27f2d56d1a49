package dev.tenon.crud.internal.setting;

import dev.tenon.core.settings.Secret;
import dev.tenon.core.settings.Setting;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of tables by name: {@code tenon.crud.…} for all, {@code tenon.crud.NAME.…} for the
 * database of that name.
 */
public interface CrudSettings {

    /** Returns what holds for all databases. */
    Limits crud();

    /** Returns what holds for one database. */
    Marks crud(String name);

    /** How much may be asked for at once. */
    interface Limits {

        @Setting(
                description = "How many rows a page has where nobody says how many.",
                defaultValue = "50",
                min = "1")
        int pageSize();

        @Setting(
                description = "How many rows a page may have.",
                defaultValue = "1000",
                min = "1",
                max = "30000")
        int maxPageSize();

        @Setting(
                description = "How many comparisons a filter may have, a value of a list each.",
                defaultValue = "500",
                min = "1",
                max = "10000")
        int maxFilterTerms();

        @Setting(
                description = "How deep filters may stand in filters.",
                defaultValue = "20",
                min = "1",
                max = "100")
        int maxFilterDepth();

        @Setting(
                description = "How many changes a bulk may have.",
                defaultValue = "10000",
                min = "1")
        int maxBulkRows();

        @Setting(
                description = "How many steps a path along foreign keys may have.",
                defaultValue = "3",
                min = "0",
                max = "10")
        int maxExpandDepth();

        @Setting(
                description = "How many steps along foreign keys a query may have in all.",
                defaultValue = "20",
                min = "0",
                max = "1000")
        int maxExpandSteps();

        @Setting(
                description =
                        "How many rows a step back along a foreign key may lead to, for all rows of"
                                + " a page.",
                defaultValue = "10000",
                min = "1",
                max = "30000")
        int maxExpandedRows();

        @Setting(
                description =
                        "The key with which cursors are signed. Hosts that serve the same clients"
                                + " need the same. Default: a random one, kept in the file"
                                + " cursor.key of the data folder.",
                pattern = "(?s).{16,}")
        Optional<Secret> cursorKey();
    }

    /** Which tables are not served as others are. */
    interface Marks {

        @Setting(
                description =
                        "The tables that are treated as if they were not there, besides those that"
                                + " the module hides itself.")
        Set<String> hidden();

        @Setting(
                description =
                        "The tables that are read but not changed, besides those that the module"
                                + " marks itself; an asterisk for all.")
        Set<String> readOnly();
    }
}
