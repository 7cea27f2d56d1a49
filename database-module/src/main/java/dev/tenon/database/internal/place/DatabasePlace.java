package dev.tenon.database.internal.place;

import dev.tenon.core.settings.Secret;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.migration.ExpectedError;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.Safeguard;
import dev.tenon.database.internal.migration.Treatment;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.place.DatabaseSettings.All;
import dev.tenon.database.internal.place.DatabaseSettings.One;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where and how the settings want the database of one name. */
public record DatabasePlace(String database, All all, One one) {

    public static DatabasePlace of(DatabaseSettings settings, String database) {
        return new DatabasePlace(database, settings.database(), settings.database(database));
    }

    /** Returns the folder of the files. */
    public Path folder() {
        return all.path().toAbsolutePath().normalize();
    }

    /** Returns the folder of the passwords of users that Tenon makes. */
    public Path secrets() {
        return folder().resolve("secrets");
    }

    /** Returns the folder of its backups. */
    public Path backups() {
        return all.backups()
                .map(folder -> folder.toAbsolutePath().normalize())
                .orElseGet(() -> folder().resolve("backups"));
    }

    /** Returns the folder of what is left of databases whose modules are gone. */
    public Path archive() {
        return folder().resolve("archive");
    }

    /** Returns how many snapshots of it are kept. */
    public int snapshotsKept() {
        return all.snapshots().keep();
    }

    /**
     * Returns how it is opened.
     *
     * @throws dev.tenon.database.error.DatabaseException if the address cannot be read
     */
    public StoreSettings settings() {
        var address = address();
        return new StoreSettings(
                database,
                address.map(Address::jdbc)
                        .orElseGet(() -> "jdbc:sqlite:" + folder().resolve(database + ".db")),
                either(One::maxConnections, All::maxConnections),
                either(One::connectionTimeout, All::connectionTimeout),
                either(One::statementTimeout, All::statementTimeout),
                either(One::longWait, All::longWait),
                options(address));
    }

    /** Returns how its migrations run. */
    public ModuleMigrations.Settings migration(Safeguard safeguard) {
        return new ModuleMigrations.Settings(
                migrationLimit(),
                one.baseline().flatMap(Version::parse),
                safeguard,
                expected(),
                either(One::drift, All::drift));
    }

    private Map<ExpectedError, Treatment> expected() {
        return Map.of(
                ExpectedError.TABLE_EXISTS,
                either(One::onTableExists, All::onTableExists),
                ExpectedError.COLUMN_EXISTS,
                either(One::onColumnExists, All::onColumnExists),
                ExpectedError.INDEX_EXISTS,
                either(One::onIndexExists, All::onIndexExists),
                ExpectedError.MISSING_TABLE,
                either(One::onMissingTable, All::onMissingTable),
                ExpectedError.MISSING_COLUMN,
                either(One::onMissingColumn, All::onMissingColumn),
                ExpectedError.INCOMPATIBLE_TYPE,
                either(One::onIncompatibleType, All::onIncompatibleType));
    }

    /** Returns how long its migrations may take. */
    public Duration migrationLimit() {
        return either(One::migrationTimeout, All::migrationTimeout);
    }

    /** Returns whether a setting says where it is. */
    public boolean isNamed() {
        return one.url().isPresent() || all.url().isPresent();
    }

    /** Returns the name of the setting that says where it is, if one does. */
    public String urlSetting() {
        return one.url().isPresent() ? "tenon.database." + database + ".url" : "tenon.database.url";
    }

    private Optional<Address> address() {
        return one.url().or(all::url).map(this::read);
    }

    private Address read(Secret url) {
        try {
            return Address.of(url.reveal());
        } catch (IllegalArgumentException e) {
            throw new Failures(database)
                    .of(
                            DatabaseError.BAD_SETTING,
                            "The setting "
                                    + urlSetting()
                                    + " of the database "
                                    + database
                                    + " cannot be used.",
                            String.valueOf(e.getMessage()),
                            null,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    private Map<String, String> options(Optional<Address> address) {
        var options = new HashMap<String, String>();
        // Whoever names another server does not mean the user of the first one.
        boolean own = one.url().isPresent();
        put(options, "engine", one.engine().or(() -> own ? Optional.empty() : all.engine()));
        put(
                options,
                "user",
                one.user()
                        .or(() -> own ? Optional.empty() : all.user())
                        .or(() -> address.flatMap(Address::user)));
        put(
                options,
                "password",
                one.password()
                        .or(() -> own ? Optional.empty() : all.password())
                        .map(Secret::reveal)
                        .or(() -> address.flatMap(Address::password)));
        // An address of its own may name a database that is there already.
        put(
                options,
                "provision",
                one.provision()
                        .or(() -> own ? Optional.empty() : Optional.of(all.provision()))
                        .map(DatabasePlace::text));
        options.put("provision-prefix", all.provisionPrefix());
        options.put("min-connections", "" + either(One::minConnections, All::minConnections));
        options.put("connect-limit", text(either(One::connectLimit, All::connectLimit)));
        options.put("lock-timeout", text(either(One::lockTimeout, All::lockTimeout)));
        options.put(
                "idle-in-transaction-timeout",
                text(either(One::idleInTransactionTimeout, All::idleInTransactionTimeout)));
        put(options, "isolation", one.isolation().or(all::isolation).map(Enum::name));
        options.put("journal-mode", either(One::journalMode, All::journalMode).name());
        options.put("synchronous", either(One::synchronous, All::synchronous).name());
        put(options, "tools", all.tools().map(folder -> folder.toAbsolutePath().toString()));
        options.put("cache-size", "" + either(One::cacheSize, All::cacheSize));
        return options;
    }

    private <T> T either(Function<One, Optional<T>> own, Function<All, T> common) {
        return own.apply(one).orElseGet(() -> common.apply(all));
    }

    private static void put(Map<String, String> options, String name, Optional<String> value) {
        value.ifPresent(v -> options.put(name, v));
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Duration duration) {
        return duration.toString();
    }
}
