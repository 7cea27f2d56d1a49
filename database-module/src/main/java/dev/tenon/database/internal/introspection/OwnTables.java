package dev.tenon.database.internal.introspection;

import java.util.Locale;

/** The tables that Tenon has in the databases of modules. */
final class OwnTables {

    private static final String PREFIX = "tenon_";

    private OwnTables() {}

    static boolean include(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }
}
