package dev.tenon.database.internal.migration;

import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.migration.source.Migrations;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Migrations of which the second one takes a while. */
final class LongMigrations {

    static final String FIRST =
            "create table note (id integer, title varchar(40)); insert into note values (1, 'old');";

    /** How many rows there are when all have run. */
    static final int ROWS = 5 * 49_999 + 1;

    private LongMigrations() {}

    static Migrations first() {
        return MigratedDatabase.scripts("V1__notes", FIRST);
    }

    static Migrations all(RealEngine engine) {
        return MigratedDatabase.scripts("V1__notes", FIRST, "V2__rows", second(engine));
    }

    /** Returns five statements with many rows; with tables where these can be taken back. */
    private static String second(RealEngine engine) {
        var rows =
                switch (engine) {
                    case SQLITE ->
                            "insert into note with recursive n(i) as (select 2 union all select i + 1"
                                    + " from n where i < 50000) select i, 'new' from n;";
                    case POSTGRESQL ->
                            "insert into note select i, 'new' from generate_series(2, 50000) i;";
                    case MARIADB -> "insert into note select seq, 'new' from seq_2_to_50000;";
                };
        return IntStream.range(0, 5)
                .mapToObj(i ->
                        engine == RealEngine.MARIADB
                                ? rows
                                : rows + "create table t%d (id integer);".formatted(i))
                .collect(Collectors.joining("\n"));
    }
}
