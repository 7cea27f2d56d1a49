package dev.tenon.database.contract;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.ServerDatabase;
import java.time.Duration;

class SessionsOnSqliteTest extends SessionContract {

    @Override
    ServerDatabase openNew() throws Exception {
        return ServerDatabase.open(
                ServerDatabase.limits(
                        StoreSettings.of("test", "jdbc:sqlite:" + folder.resolve("test.db")),
                        4,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)));
    }

    @Override
    String numbered() {
        return "integer primary key";
    }
}
