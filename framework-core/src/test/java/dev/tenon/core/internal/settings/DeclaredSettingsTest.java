package dev.tenon.core.internal.settings;

import static dev.tenon.core.fixture.Outcome.failed;
import static dev.tenon.core.fixture.Outcome.onlyStarted;
import static dev.tenon.core.fixture.Outcome.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.core.ModuleState;
import dev.tenon.core.Plan;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.fixture.Journal;
import dev.tenon.core.fixture.Plugins;
import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.core.settings.Secret;
import dev.tenon.core.settings.SettingValue;
import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that a plugin declares as an interface. */
class DeclaredSettingsTest {

    private static final String MODULE = "sample.shop";

    private static final String INTERFACE =
            """
            package sample.shop.internal;
            import dev.tenon.core.settings.*;
            import java.net.URI;
            import java.time.Duration;
            import java.util.*;
            public interface ShopSettings {
                enum Mode { OPEN, CLOSED_NOW }
                @Setting(description = "How many goods a page shows.", defaultValue = "20", min = "1", max = "500")
                int pageSize();
                @Setting(description = "Where orders go.")
                URI orders();
                @Setting(defaultValue = "open") Mode mode();
                @Setting(defaultValue = "5s", max = "1m") Duration patience();
                @Setting(pattern = "[A-Z]{3}", defaultValue = "EUR") String currency();
                Optional<String> motto();
                @Setting(defaultValue = "a, b") List<String> tags();
                Set<Integer> numbers();
                @Setting(description = "Opens the till.") Optional<Secret> key();
                @Setting(name = "mail-server") Mail mail();
                Map<String, Double> rates();
                Map<String, Branch> branch();
                default String greeting() { return "Shop of " + pageSize() + " goods"; }
                interface Mail { @Setting(defaultValue = "localhost") String host(); @Setting(defaultValue = "25") int port(); }
                interface Branch { String city(); Optional<Integer> staff(); }
            }
            """;

    @TempDir Path folder;

    private final Journal journal = new Journal();
    private Path settings;

    @AfterEach
    void closeTheJournal() {
        journal.close();
    }

    @BeforeEach
    void writeThePlugin() throws IOException {
        settings = folder.resolve("tenon.yaml");
        write("sample.shop.orders: http://x/");
        shop(INTERFACE).jar(folder.resolve("plugins/shop.jar"));
    }

    @Test
    void valuesAreInjectedAsTheInterface() throws IOException {
        var key = Files.writeString(folder.resolve("key"), "hunter2\n");
        write(
                """
                sample.shop:
                  page-size: 7
                  orders: http://example.org/
                  mode: closed-now
                  motto: ${sample.shop.currency} only
                  currency: USD
                  tags: [x, "y, z"]
                  numbers: 3, 1, 3
                  key: ${file::%s}
                  mail-server:
                    port: 2525
                  rates:
                    eur.usd: 1.1
                  branch:
                    main.street: {city: Rome, staff: 4}
                    other: {city: Oslo}
                """
                        .formatted(key));

        try (var host = host().start()) {
            onlyStarted(host, MODULE);
        }

        assertThat(journal.lines())
                .containsExactly(
                        "7 http://example.org/ CLOSED_NOW PT5S USD",
                        "Optional[USD only] [x, y, z] [3, 1]",
                        "Optional[********] hunter2",
                        "localhost 2525 {eur.usd=1.1}",
                        "main.street Rome Optional[4]",
                        "other Oslo Optional.empty",
                        "Shop of 7 goods",
                        "same true true",
                        "ShopSettings{pageSize=7, orders=http://example.org/, mode=CLOSED_NOW,"
                                + " patience=PT5S, currency=USD, motto=Optional[USD only],"
                                + " tags=[x, y, z], numbers=[3, 1], key=Optional[********],"
                                + " mail=Mail{host=localhost, port=2525}, rates={eur.usd=1.1},"
                                + " branch={main.street=Branch{city=Rome, staff=Optional[4]},"
                                + " other=Branch{city=Oslo, staff=Optional.empty}}}");
    }

    @Test
    void theTextOfTheInterfaceHidesWhatComesFromSecretFiles() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "hunter2\n");
        write(
                """
                hidden: ${file::%s}
                sample.shop:
                  orders: http://example.org/
                  motto: ${hidden}
                  tags: [x, "${hidden}"]
                  mail-server.host: ${hidden}
                  branch.main: {city: "${hidden}", staff: 4}
                """
                        .formatted(file));

        try (var host = host().start()) {
            onlyStarted(host, MODULE);
        }

        assertThat(journal.lines()).contains("Optional[hunter2] [x, hunter2] []");
        assertThat(journal.lines().getLast())
                .contains(
                        "motto=********, tags=********",
                        "mail=Mail{host=********, port=25}",
                        "branch={main=Branch{city=********, staff=Optional[4]}}")
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsNotSetHasItsDefault() throws IOException {
        write("sample.shop.orders: http://example.org/");

        try (var host = host().start()) {
            onlyStarted(host, MODULE);
        }

        assertThat(journal.lines())
                .startsWith(
                        "20 http://example.org/ OPEN PT5S EUR",
                        "Optional.empty [a, b] []",
                        "Optional.empty none",
                        "localhost 25 {}");
    }

    @Test
    void everyWrongMissingAndUnknownSettingIsPlannedWithFileAndLine() throws IOException {
        write(
                """
                sample.shop:
                  page-size: 501
                  mode: ajar
                  currency: euro
                  numbers: 1, two
                  mail-server:
                    port: high
                    prot: 1
                  branch:
                    b: {staff: 1}
                  pagesize: 3
                """);

        var shop = planned(host().plan(), MODULE);

        assertThat(shop.state()).isEqualTo(ModuleState.FAILED);
        assertThat(shop.problems())
                .extracting(p -> p.code() + " " + p.message())
                .satisfiesExactlyInAnyOrder(
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_INVALID,
                                        "page-size has the value '501'",
                                        line(2),
                                        "It has to be a whole number from 1 to 500."),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_MISSING,
                                        "The setting sample.shop.orders is missing.",
                                        "SAMPLE_SHOP_ORDERS"),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_INVALID,
                                        "sample.shop.mode has the value 'ajar'",
                                        line(3),
                                        "one of OPEN, CLOSED_NOW."),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_INVALID,
                                        "'euro'",
                                        line(4),
                                        "a text that matches [A-Z]{3}."),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_INVALID,
                                        "sample.shop.numbers has the value 'two'",
                                        line(5),
                                        "a whole number."),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_INVALID,
                                        "sample.shop.mail-server.port has the value 'high'",
                                        line(7),
                                        "a whole number."),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_UNKNOWN,
                                        "sample.shop.mail-server.prot",
                                        line(8)),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_MISSING,
                                        "sample.shop.branch.b.city is missing."),
                        p ->
                                has(
                                        p,
                                        HostError.SETTING_UNKNOWN,
                                        "The setting sample.shop.pagesize",
                                        line(11),
                                        "Was sample.shop.page-size meant?"));
    }

    @Test
    void aSecretThatIsWrongOrListedIsNeverPrinted() throws IOException {
        Plugins.in(folder.resolve("plugins"))
                .add(
                        "till.jar",
                        plugin(
                                "sample.till",
                                "public interface TillSettings { @dev.tenon.core.settings.Setting(pattern = \"[0-9]+\", defaultValue = \"4711\") dev.tenon.core.settings.Secret pin(); }"));
        write("sample.shop: {orders: 'http://x/', key: hunter2}\nsample.till.pin: hunter2\n");

        var plan = host().plan();

        assertThat(plan.toString()).doesNotContain("hunter2").doesNotContain("4711");
        failed(planned(plan, "sample.till"), HostError.SETTING_INVALID, "'" + Secret.MASK + "'");
        assertThat(value(plan, "sample.shop.key").value()).contains(Secret.MASK);
    }

    @Test
    void aSecretThatSeemsToReferToSomethingIsNotPrinted() throws IOException {
        write("sample.shop: {orders: 'http://x/', key: 'hunter2${3'}\n");

        var plan = host().plan();

        assertThat(plan.toString()).doesNotContain("hunter2").doesNotContain("${3");
        failed(planned(plan, MODULE), HostError.SETTING_INVALID, "sample.shop.key", line(1));
    }

    @Test
    void thePlanListsEverySettingAsItStands() throws IOException {
        write("sample.shop: {orders: 'http://x/', branch: {rome: {city: Rome}}}\n");

        var plan = host().setting("sample.shop.page-size", "3").plan();

        assertThat(plan.settings())
                .extracting(SettingValue::name)
                .contains("tenon.start-timeout", "tenon.module.*.start-timeout")
                .containsSubsequence(
                        "sample.shop.page-size",
                        "sample.shop.orders",
                        "sample.shop.mail-server.host",
                        "sample.shop.rates.*",
                        "sample.shop.branch.rome.city",
                        "sample.shop.branch.rome.staff");
        var size = value(plan, "sample.shop.page-size");
        assertThat(size.module()).isEqualTo(MODULE);
        assertThat(size.description()).isEqualTo("How many goods a page shows.");
        assertThat(size.allowed()).isEqualTo("a whole number from 1 to 500");
        assertThat(size.defaultValue()).contains("20");
        assertThat(size.value()).contains("3");
        assertThat(size.origin()).contains("the command line or the builder");
        assertThat(value(plan, "sample.shop.orders").origin()).contains(settings + " line 1");
        assertThat(value(plan, "sample.shop.mode").origin()).isEmpty();
        assertThat(value(plan, "sample.shop.orders").required()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interface X { int t(); } | not public",
                "public class X { } | is not an interface",
                "public interface X { Runnable t(); } | X.t() returns java.lang.Runnable, which a setting cannot be",
                "public interface X { java.util.Map<Integer, String> m(); } | returns java.util.Map<java.lang.Integer, java.lang.String, which",
                "public interface X { int size(int of); } | X.size() has parameters",
                "public interface X { X more(); } | holds itself",
                "public interface X { void run(); } | X.run() returns V",
                "public interface X { java.util.List<?> l(); } | X.l() returns",
                "public interface X { int[] l(); } | X.l() returns",
                "public interface X extends Comparable<X> { } | which is not in the module",
                "public interface X { @dev.tenon.core.settings.Setting(defaultValue = \"x\") int n(); } | The default 'x' of X.n() is wrong. It has to be a whole number.",
                "public interface X { @dev.tenon.core.settings.Setting(defaultValue = \"0\", min = \"1\") int n(); } | The default '0' of X.n() is wrong.",
                "public interface X { @dev.tenon.core.settings.Setting(min = \"x\") int n(); } | The limits of X.n() cannot be used",
                "public interface X { @dev.tenon.core.settings.Setting(min = \"1\") java.net.InetAddress n(); } | X.n()",
                "public interface X { @dev.tenon.core.settings.Setting(pattern = \"(\") String n(); } | The limits of X.n() cannot be used"
            })
    void anInterfaceThatCannotBeUsedIsAPlannedProblem(String source, String cause) {
        Plugins.in(folder.resolve("plugins")).add("wrong.jar", plugin("sample.wrong", source));

        var wrong = planned(host().plan(), "sample.wrong");

        failed(
                wrong,
                HostError.SETTINGS_DECLARATION,
                "sample.wrong.X",
                "module sample.wrong",
                cause);
    }

    @Test
    void anUnknownSettingOfTheHostKeepsItFromStarting() throws IOException {
        write("tenon.start-timout: 5s\ntenon.module.sample.shop.start-timeout: 5s\n");

        var plan = host().plan();

        assertThat(plan.hostProblems())
                .singleElement()
                .satisfies(p -> assertThat(p.isError()).isTrue())
                .satisfies(p -> assertThat(p.code()).isEqualTo(HostError.SETTING_UNKNOWN))
                .satisfies(p -> assertThat(p.message()).contains("tenon.start-timout", line(1)));
    }

    @Test
    void aSettingOfAModuleThatIsNotThereIsAWarning() throws IOException {
        write(
                """
                sample.shop.orders: http://x/
                sampel.shop.page-size: 3
                tenon.module.sample.shpo.start-timeout: 5s
                my.own.program: 1
                """);

        var plan = host().plan();

        assertThat(plan.isClean()).isTrue();
        assertThat(plan.hostProblems())
                .extracting(Problem::message)
                .satisfiesExactlyInAnyOrder(
                        m ->
                                assertThat(m)
                                        .contains(
                                                "sampel.shop.page-size",
                                                line(2),
                                                "Was sample.shop meant?"),
                        m ->
                                assertThat(m)
                                        .contains(
                                                "tenon.module.sample.shpo.start-timeout",
                                                "There is no such module. Was sample.shop meant?"));
    }

    @Test
    void aModuleWithoutAnInterfaceMayReadAnyName() throws IOException {
        Plugins.in(folder.resolve("plugins")).add("sample.free");
        write("sample.shop.orders: http://x/\nsample.free.anything: 1\n");

        assertThat(host().plan().problems()).isEmpty();
    }

    @Test
    void aSettingOfAModuleWhoseNameBeginsWithAnothersIsItsOwn() throws IOException {
        Plugins.in(folder.resolve("plugins")).add("sample.shop.admin");
        write("sample.shop.orders: http://x/\nsample.shop.admin.colour: red\n");

        assertThat(host().plan().problems()).isEmpty();
    }

    @Test
    void aMethodStandsForThoseThatItOverrides() throws IOException {
        Plugins.in(folder.resolve("plugins"))
                .add(
                        "heir.jar",
                        plugin(
                                "sample.heir",
                                """
                                import dev.tenon.core.settings.Setting;
                                public interface X {
                                    Heir page();
                                    interface Heir extends Left, Right { @Setting(defaultValue = "2") int size(); }
                                    interface Root { int size(); String colour(); String shape(); }
                                    interface Left extends Root { default String colour() { return "red"; } }
                                    interface Right extends Root { String shape(); }
                                }
                                """));
        write("sample.shop.orders: http://x/\nsample.heir.page.shape: round\n");

        var plan = host().plan();

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.settings().stream().filter(s -> s.module().equals("sample.heir")))
                .extracting(SettingValue::name, s -> s.value().orElseThrow())
                .containsExactly(
                        tuple("sample.heir.page.shape", "round"),
                        tuple("sample.heir.page.size", "2"));
    }

    @Test
    void anotherInterfaceThanTheDeclaredOneIsRefused() throws IOException {
        Plugins.in(folder.resolve("plugins"))
                .add(
                        "sample.other",
                        "",
                        "@Override public void start(ModuleContext context) { context.settings(Runnable.class); }");
        write("sample.shop.orders: http://x/");

        try (var host = host().start()) {
            failed(
                    host.module("sample.other"),
                    HostError.SETTINGS_DECLARATION,
                    "sample.other has no settings of the type java.lang.Runnable");
        }
    }

    private static SettingValue value(Plan plan, String name) {
        return plan.settings().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void has(String problem, HostError code, String... parts) {
        assertThat(problem).startsWith(code.name()).contains(parts);
    }

    private String line(int number) {
        return settings + " line " + number;
    }

    private void write(String text) throws IOException {
        Files.writeString(settings, text);
    }

    private HostBuilder host() {
        return Host.builder().plugins(folder.resolve("plugins")).settingsFile(settings);
    }

    /**
     * A plugin with one interface of settings, {@code X} or the one whose name is in the source.
     */
    private static PluginSource plugin(String module, String source) {
        var name = source.contains("TillSettings") ? "TillSettings" : "X";
        return PluginSource.module(module, "1.0")
                .descriptor(
                        "requires dev.tenon.core; provides dev.tenon.core.ModulePlugin with "
                                + module
                                + ".Main;")
                .source(module + "." + name, "package " + module + ";\n" + source)
                .source(
                        module + ".Main",
                        """
                        package %1$s;
                        @dev.tenon.core.Module(settings = %2$s.class)
                        public class Main implements dev.tenon.core.ModulePlugin { }
                        """
                                .formatted(module, name));
    }

    private PluginSource shop(String settings) {
        return PluginSource.module(MODULE, "1.0")
                .descriptor(
                        """
                        requires dev.tenon.core;
                        provides dev.tenon.core.ModulePlugin with sample.shop.internal.Main;
                        """)
                .source("sample.shop.internal.ShopSettings", settings)
                .source(
                        "sample.shop.internal.Main",
                        """
                        package sample.shop.internal;
                        import dev.tenon.core.*;
                        import java.util.*;
                        @dev.tenon.core.Module(settings = ShopSettings.class)
                        public class Main implements ModulePlugin {
                            @Override public void start(ModuleContext context) {
                                context.beans().select(Till.class).get().print(context);
                            }
                        """
                                + journal.members()
                                + "}")
                .source(
                        "sample.shop.internal.Till",
                        """
                        package sample.shop.internal;
                        import static sample.shop.internal.Main.note;
                        import dev.tenon.core.*;
                        import dev.tenon.core.settings.Secret;
                        import jakarta.enterprise.context.ApplicationScoped;
                        import jakarta.inject.Inject;
                        @ApplicationScoped
                        class Till {
                            @Inject ShopSettings s;
                            void print(ModuleContext context) {
                                note(s.pageSize() + " " + s.orders() + " " + s.mode() + " " + s.patience() + " " + s.currency());
                                note(s.motto() + " " + s.tags() + " " + s.numbers());
                                note(s.key() + " " + s.key().map(Secret::reveal).orElse("none"));
                                note(s.mail().host() + " " + s.mail().port() + " " + s.rates());
                                s.branch().forEach((name, b) -> note(name + " " + b.city() + " " + b.staff()));
                                note(s.greeting());
                                var again = context.settings(ShopSettings.class);
                                note("same " + s.equals(again) + " " + (s.hashCode() == again.hashCode()));
                                note(s.toString());
                            }
                        }
                        """);
    }
}
