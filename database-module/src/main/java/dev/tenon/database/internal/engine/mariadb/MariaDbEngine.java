package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.Provisioning;
import dev.tenon.database.engine.Snapshots;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.engine.pooled.FirstConnection;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.engine.pooled.PooledStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** MariaDB from 10.6, and MySQL from 8.0, with InnoDB. */
public final class MariaDbEngine implements Engine {

    /** Makes the engine. */
    public MariaDbEngine() {}

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public boolean takes(String url) {
        return url.startsWith(MariaDbAddress.MARIADB) || url.startsWith(MariaDbAddress.MYSQL);
    }

    @Override
    public Dialect dialect() {
        return new MariaDbDialect();
    }

    @Override
    public Store open(StoreSettings store) {
        var settings = PooledSettings.of(store);
        var address = MariaDbAddress.of(settings);
        var first = new FirstConnection(settings, MariaDbErrors::classify);
        try (var connection = first.make(address.source(settings), address.place())) {
            return PooledStore.open(settings, new MariaDb(isMySql(connection)));
        } catch (SQLException e) {
            throw first.refused(e, address.place());
        }
    }

    private static boolean isMySql(Connection connection) throws SQLException {
        return !connection.getMetaData().getDatabaseProductName().equals("MariaDB");
    }

    @Override
    public Optional<Backups> backups() {
        return Optional.of(new MariaDbBackups());
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(new MariaDbSnapshots());
    }

    @Override
    public Optional<Provisioning> provisioning() {
        return Optional.of(new MariaDbProvisioning());
    }
}
