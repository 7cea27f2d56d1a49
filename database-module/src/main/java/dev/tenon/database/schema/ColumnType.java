package dev.tenon.database.schema;

/**
 * What a column holds, independent of the engine. Each engine has an equivalent for each type; the
 * table of them is in the documentation of engines.
 */
public sealed interface ColumnType {

    /** Returns a text of at most so many characters (Unicode code points). */
    static ColumnType varchar(int length) {
        return new Varchar(length);
    }

    /**
     * Returns an exact number.
     *
     * @param precision how many digits it has in all, from 1
     * @param scale how many of them stand after the point, from 0
     */
    static ColumnType decimal(int precision, int scale) {
        return new Decimal(precision, scale);
    }

    /** A type without parameters. */
    enum Plain implements ColumnType {
        /** True or false. */
        BOOLEAN,
        /** A whole number of 16 bits. */
        SMALLINT,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
        BIGINT,
        /** An IEEE 754 number of 32 bits. */
        REAL,
        /** An IEEE 754 number of 64 bits. */
        DOUBLE,
        /** A text of any length. */
        TEXT,
        /** Bytes, of any length. */
        BYTES,
        /** A day without a time zone. */
        DATE,
        /** A time of day without a time zone, to the microsecond. */
        TIME,
        /** A point on the time line, to the microsecond. */
        TIMESTAMP,
        /** A day and a time of day without a time zone, to the microsecond. */
        TIMESTAMP_LOCAL,
        /** A UUID (RFC 9562). */
        UUID,
        /** A JSON document (RFC 8259). */
        JSON
    }

    /**
     * A text of limited length.
     *
     * @param length how many characters it may have, from 1
     */
    record Varchar(int length) implements ColumnType {
        @Override
        public String toString() {
            return "VARCHAR(" + length + ")";
        }
    }

    /**
     * An exact number.
     *
     * @param precision how many digits it has in all, from 1
     * @param scale how many of them stand after the point, from 0
     */
    record Decimal(int precision, int scale) implements ColumnType {
        @Override
        public String toString() {
            return "DECIMAL(" + precision + ", " + scale + ")";
        }
    }

    /**
     * A type of one engine that is the equivalent of none of the others. It is found in databases;
     * a declared schema has none.
     *
     * @param sql the type in the words of the engine
     */
    record Native(String sql) implements ColumnType {
        @Override
        public String toString() {
            return sql;
        }
    }
}
