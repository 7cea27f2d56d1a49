package dev.tenon.database.internal.generation.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.tenon.database.engine.Dialect;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What the rows of a table hold in some columns, whatever their order.
 *
 * @param rows how many there are
 * @param hash the sum of the SHA-256 of each row
 */
record Contents(long rows, BigInteger hash) {

    private static final int ROWS_AT_ONCE = 1000;
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

    static Contents of(Connection connection, Dialect dialect, String table, List<String> columns)
            throws SQLException {
        var names = columns.stream().map(dialect::quote).collect(joining(", "));
        var sql =
                "SELECT %s FROM %s"
                        .formatted(columns.isEmpty() ? "1" : names, dialect.quote(table));
        long rows = 0;
        var sum = BigInteger.ZERO;
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // Otherwise drivers of servers keep all rows in memory.
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var found = statement.executeQuery(sql)) {
                while (found.next()) {
                    rows++;
                    sum = sum.add(hash(found, Math.max(1, columns.size()))).mod(LIMIT);
                }
            }
        }
        return new Contents(rows, sum);
    }

    private static BigInteger hash(ResultSet row, int columns) throws SQLException {
        var digest = sha256();
        for (int i = 1; i <= columns; i++) {
            var value = row.getObject(i);
            if (value instanceof byte[] bytes) {
                add(digest, "bytes", bytes);
            } else if (value != null) {
                add(digest, kind(value), row.getString(i).getBytes(UTF_8));
            } else {
                add(digest, "null", new byte[0]);
            }
        }
        return new BigInteger(1, digest.digest());
    }

    private static void add(MessageDigest digest, String kind, byte[] value) {
        digest.update((kind + " " + value.length + " ").getBytes(UTF_8));
        digest.update(value);
    }

    /** SQLite's driver gives a number by its size. */
    private static String kind(Object value) {
        return switch (value) {
            case Integer _, Long _, Short _ -> "whole number";
            case Number _ -> "number";
            default -> "text";
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
