package dev.tenon.crud.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.host.Host;
import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Exact numbers are the same on every engine; SQLite keeps those of more than 15 digits as texts.
 */
class DecimalsTest {

    private static final String ACCOUNT =
            """
            Account:
            @Entity record Account(
                    @Id @Column(length = 9) String name,
                    @Column(precision = 20, scale = 2) java.math.BigDecimal great,
                    @Column(precision = 8, scale = 2) java.math.BigDecimal small,
                    @Column(precision = 30) java.math.BigInteger whole,
                    @Column(precision = 5) java.math.BigInteger few,
                    @Column(precision = 18, scale = 1) @ElementCollection
                            Set<java.math.BigDecimal> parts) {
                static Account of(String name, String number) {
                    var decimal = new java.math.BigDecimal(number);
                    return new Account(name, decimal, decimal, decimal.toBigInteger(),
                            decimal.toBigInteger(),
                            Set.of(decimal.setScale(1, java.math.RoundingMode.DOWN)));
                }
            }
            """;

    private static final String ACCOUNTS =
            """
            Accounts:
            @Repository interface Accounts extends CrudRepository<Account, String> {
                List<Account> findByGreat(java.math.BigDecimal great);
                List<Account> findBySmall(java.math.BigDecimal small);
                List<Account> findByWhole(java.math.BigInteger whole);
                List<Account> findByGreatGreaterThanOrderByGreatDesc(java.math.BigDecimal great);
                List<Account> findByGreatBetweenOrderByGreat(
                        java.math.BigDecimal low, java.math.BigDecimal high);
                List<Account> findByGreatInOrderByName(List<java.math.BigDecimal> all);
                List<Account> findByWholeLessThanOrderByWhole(java.math.BigInteger whole);
                @Query("where great = 9.1") List<Account> literal();
                @Query("where great < 9.5 order by great") List<Account> lessThanLiteral();
                @Query("where great > small + 0.5") List<Account> grown();
                @Query("where great >= small and whole = few order by name") List<Account> alike();
                @Query("where :part member of parts") List<Account> having(
                        java.math.BigDecimal part);
                @Query("update Account set great = :great where name = :name")
                long set(java.math.BigDecimal great, String name);
                @Query("update Account set small = small * :factor where name = :name")
                long multiply(java.math.BigDecimal factor, String name);
                @Find @OrderBy("great") @OrderBy("name")
                CursoredPage<Account> page(PageRequest request);
                SessionFactory sessions();
            }
            """;

    private static final String PRICE =
            """
            Price:
            @Entity record Price(
                    @Id @Column(length = 9) String name,
                    @Column(precision = 20, scale = 2) java.math.BigDecimal present,
                    @Column(precision = 20, scale = 2) java.math.BigDecimal past) {}
            """;

    private static final String PRICES =
            """
            Prices:
            @Repository interface Prices extends CrudRepository<Price, String> {
                @Query("update Price set past = present") long keep();
                @Query("where past = present") List<Price> kept();
            }
            """;

    private static final String TESTS =
            """
            void numbersAreCopiedFromColumnToColumn() {
                var prices = context.services().get(Prices.class);
                prices.insert(new Price("a", number("12345678901234567.80"), number("1")));
                same(List.of(), prices.kept());
                same(1L, prices.keep());
                same(number("12345678901234567.80"), prices.kept().getFirst().past());
            }

            java.math.BigDecimal number(String text) { return new java.math.BigDecimal(text); }

            Accounts accounts(String... numbers) {
                var accounts = context.services().get(Accounts.class);
                accounts.findAll().toList().forEach(accounts::delete);
                for (var number : numbers) {
                    accounts.insert(Account.of(number, number));
                }
                return accounts;
            }

            List<String> names(Iterable<Account> accounts) {
                return StreamSupport.stream(accounts.spliterator(), false)
                        .map(Account::name).toList();
            }

            void numbersComeBackWithTheDigitsOfTheirColumns() {
                var found = accounts("9.1").findById("9.1").orElseThrow();
                same(number("9.10"), found.great());
                same(number("9.10"), found.small());
                same(java.math.BigInteger.valueOf(9), found.whole());
                same(java.math.BigInteger.valueOf(9), found.few());
                same(Set.of(number("9.1")), found.parts());
            }

            void numbersAreFoundHoweverTheyAreWritten() {
                var accounts = accounts("9.1", "10", "-3");
                for (var text : List.of("9.1", "9.10", "9.100", "0.91E+1")) {
                    same(List.of("9.1"), names(accounts.findByGreat(number(text))));
                    same(List.of("9.1"), names(accounts.findBySmall(number(text))));
                    same(List.of("9.1"), names(accounts.having(number(text))));
                }
                same(List.of("9.1"), names(accounts.literal()));
                same(List.of("10"), names(accounts.findByWhole(java.math.BigInteger.TEN)));
                same(List.of("-3", "9.1"), names(
                        accounts.findByGreatInOrderByName(List.of(number("9.100"), number("-3")))));
                same(List.of(), names(accounts.findByGreat(number("9.101"))));
            }

            void numbersAreComparedAndSortedAsNumbers() {
                var accounts = accounts("9.1", "10", "-3", "-20.55", "12345");
                same(List.of("12345", "10"),
                        names(accounts.findByGreatGreaterThanOrderByGreatDesc(number("9.999"))));
                same(List.of("-3", "9.1", "10"),
                        names(accounts.findByGreatBetweenOrderByGreat(number("-4"), number("10"))));
                same(List.of("-20.55", "-3", "9.1"), names(accounts.lessThanLiteral()));
                same(List.of("-20.55", "-3"), names(
                        accounts.findByWholeLessThanOrderByWhole(java.math.BigInteger.ZERO)));
                same(List.of("-20.55", "-3", "10", "12345", "9.1").stream().sorted().toList(),
                        names(accounts.alike()).stream().sorted().toList());
                same(List.of(), names(accounts.grown()));
                accounts.set(number("99999999999999999.99"), "10");
                same(List.of("10"), names(accounts.grown()));
            }

            void pagesGoOnBehindANumber() {
                var accounts = accounts("9.1", "10", "-3", "-20.55", "12345");
                var seen = new ArrayList<String>();
                var page = accounts.page(PageRequest.ofSize(2));
                seen.addAll(names(page.content()));
                while (page.hasNext()) {
                    page = accounts.page(page.nextPageRequest());
                    seen.addAll(names(page.content()));
                }
                same(List.of("-20.55", "-3", "9.1", "10", "12345"), seen);
            }

            void whatTheColumnDoesNotTakeIsRefusedAndNotRounded() {
                var accounts = accounts("1");
                for (var wrong : List.of("9.101", "-0.001", "1E+20")) {
                    var inserted = thrown(DataException.class, () -> accounts.insert(new Account(
                            "x", number(wrong), null, null, null, Set.of())));
                    same(true, inserted.getMessage().contains("DB-VAL-005"));
                    same(true, inserted.getMessage().contains("'great' of the table 'account'"));
                    thrown(DataException.class, () -> accounts.set(number(wrong), "1"));
                }
                thrown(DataException.class, () -> accounts.insert(new Account(
                        "x", null, number("9.101"), null, null, Set.of())));
                thrown(DataException.class, () -> accounts.insert(new Account(
                        "x", null, null, null, java.math.BigInteger.valueOf(100_000), Set.of())));
                thrown(DataException.class, () -> accounts.insert(new Account(
                        "x", null, null, null, null, Set.of(number("0.05")))));
                same(List.of("1"), names(accounts.findAll().toList()));
            }

            void whatAQueryComputesIsRounded() {
                var accounts = accounts("10.10");
                same(1L, accounts.multiply(number("1.1"), "10.10"));
                same(number("11.11"), accounts.findById("10.10").orElseThrow().small());
                accounts.multiply(number("0.333"), "10.10");
                same(number("3.70"), accounts.findById("10.10").orElseThrow().small());
            }
            """;

    @TempDir Path temp;

    private void run(RealEngine engine, String... tests) throws SQLException {
        var plugin =
                RepositoryHost.plugin(
                        "Account.class, Price.class", TESTS, ACCOUNT, ACCOUNTS, PRICE, PRICES);
        try (var host = RepositoryHost.start(engine, temp, plugin)) {
            for (String test : tests) {
                host.run(test);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersComeBackWithTheDigitsOfTheirColumns(RealEngine engine) throws SQLException {
        run(engine, "numbersComeBackWithTheDigitsOfTheirColumns");
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreFoundHoweverTheyAreWritten(RealEngine engine) throws SQLException {
        run(engine, "numbersAreFoundHoweverTheyAreWritten");
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreComparedAndSortedAsNumbers(RealEngine engine) throws SQLException {
        run(engine, "numbersAreComparedAndSortedAsNumbers", "pagesGoOnBehindANumber");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheColumnDoesNotTakeIsRefusedAndNotRounded(RealEngine engine) throws SQLException {
        run(engine, "whatTheColumnDoesNotTakeIsRefusedAndNotRounded");
    }

    @ParameterizedTest
    @EnumSource
    void whatAQueryComputesIsRounded(RealEngine engine) throws SQLException {
        run(engine, "whatAQueryComputesIsRounded", "numbersAreCopiedFromColumnToColumn");
    }

    /** What it computes with has 15 digits, and the rest would be lost without a word. */
    @Test
    void sqliteDoesNotComputeWithNumbersThatItKeepsAsTexts() throws SQLException {
        var accounts =
                """
                Accounts:
                @Repository interface Accounts extends CrudRepository<Account, String> {
                    @Query("update Account set great = great * 2") long twice();
                }
                """;
        var plugin = RepositoryHost.plugin("Account.class", "", ACCOUNT, accounts);
        var _ = plugin.jar(temp.resolve("plugins").resolve("shop.jar"));
        try (var host =
                Host.builder()
                        .plugins(temp.resolve("plugins"))
                        .setting("tenon.database.path", temp.resolve("data").toString())
                        .start()) {
            assertThat(host.module("sample.shop").state()).isEqualTo(ModuleState.FAILED);
            assertThat(host.module("sample.shop").error().orElseThrow().toString())
                    .contains("'great' of the table 'account'", "DECIMAL(20, 2)", "Java");
        }
    }
}
