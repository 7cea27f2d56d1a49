package dev.tenon.database.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Tables with a name for each constraint and index, and a key for each foreign key. */
final class NamedTables {

    /** The shortest limit of all engines, in bytes: PostgreSQL cuts longer names off silently. */
    private static final int LIMIT = 63;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Table> byName = new HashMap<>();

    private NamedTables() {}

    static List<Table> of(List<Table> tables) {
        var naming = new NamedTables();
        for (Table table : tables) {
            naming.take(table.name());
            // Where PostgreSQL puts the index of the primary key.
            naming.take(table.name() + "_pkey");
            naming.byName.putIfAbsent(table.name(), table);
            table.uniqueKeys().forEach(k -> naming.take(k.name()));
            table.foreignKeys().forEach(k -> naming.take(k.name()));
            table.checks().forEach(c -> naming.take(c.name()));
            table.indexes().forEach(i -> naming.take(i.name()));
        }
        return tables.stream().map(naming::complete).toList();
    }

    private Table complete(Table table) {
        var unique = new ArrayList<UniqueKey>();
        for (Column column : table.columns()) {
            var key = List.of(column.name());
            if (column.isUnique() && !table.isKey(key)) {
                unique.add(new UniqueKey("", key));
            }
        }
        // Engines make one constraint of two that say the same, so they are one here.
        for (UniqueKey key : table.uniqueKeys()) {
            if (!key.columns().equals(table.primaryKey())
                    && unique.stream().noneMatch(k -> k.columns().equals(key.columns()))) {
                unique.add(key);
            }
        }
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                unique.stream()
                        .map(k -> k.named(name(k.name(), table, k.columns(), "key")))
                        .toList(),
                table.foreignKeys().stream().map(k -> complete(k, table)).toList(),
                table.checks().stream()
                        .map(c -> c.named(name(c.name(), table, List.of(), "check")))
                        .toList(),
                table.indexes().stream()
                        .map(i -> i.named(name(i.name(), table, i.columns(), "idx")))
                        .toList(),
                table.formerNames());
    }

    private ForeignKey complete(ForeignKey key, Table table) {
        var named = key.named(name(key.name(), table, key.columns(), "fkey"));
        var target = byName.get(key.target());
        return key.targetColumns().isEmpty() && target != null
                ? named.referring(target.primaryKey())
                : named;
    }

    private String name(String given, Table table, List<String> columns, String kind) {
        if (!given.isEmpty()) {
            return given;
        }
        var stem = table.name() + (columns.isEmpty() ? "" : "_" + String.join("_", columns));
        var name = shortened(stem, "_" + kind);
        for (int i = 2; !take(name); i++) {
            name = shortened(stem, "_" + kind + i);
        }
        return name;
    }

    private boolean take(String name) {
        return taken.add(name.toLowerCase(Locale.ROOT));
    }

    private static String shortened(String stem, String suffix) {
        if (bytes(stem + suffix) <= LIMIT) {
            return stem + suffix;
        }
        var crc = new CRC32();
        crc.update(stem.getBytes(StandardCharsets.UTF_8));
        var end = "_" + Long.toHexString(crc.getValue()) + suffix;
        var kept = new StringBuilder();
        stem.codePoints()
                .takeWhile(c -> bytes(kept + Character.toString(c) + end) <= LIMIT)
                .forEach(kept::appendCodePoint);
        return kept + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
