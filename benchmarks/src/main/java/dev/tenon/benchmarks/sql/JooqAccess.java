package dev.tenon.benchmarks.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Item;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig.TransactionMode;

/** jOOQ's DSL over HikariCP. */
final class JooqAccess implements Access {

    private static final Table<Record> ITEM = table(name("item"));
    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<String> TITLE = field(name("title"), String.class);
    private static final Field<Long> AMOUNT = field(name("amount"), Long.class);

    private final HikariDataSource pool;
    private final DSLContext jooq;

    JooqAccess(Target target) {
        pool = target.pool(TransactionMode.DEFERRED);
        jooq =
                DSL.using(
                        pool,
                        switch (target.product()) {
                            case SQLITE -> SQLDialect.SQLITE;
                            case POSTGRESQL -> SQLDialect.POSTGRES;
                        });
    }

    @Override
    public Item select(long id) {
        return Objects.requireNonNull(
                jooq.select(ID, TITLE, AMOUNT)
                        .from(ITEM)
                        .where(ID.eq(id))
                        .fetchOne(Records.mapping(Item::new)));
    }

    @Override
    public void insert(String title, long amount) {
        jooq.insertInto(ITEM, TITLE, AMOUNT).values(title, amount).execute();
    }

    @Override
    public void close() {
        pool.close();
    }
}
