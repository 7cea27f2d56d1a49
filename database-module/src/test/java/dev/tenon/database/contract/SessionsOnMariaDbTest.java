package dev.tenon.database.contract;

import dev.tenon.database.fixture.ServerDatabase;
import java.time.Duration;

class SessionsOnMariaDbTest extends ServerSessionContract {

    @Override
    ServerDatabase openNew() throws Exception {
        return ServerDatabase.mariaDb(
                s -> ServerDatabase.limits(s, 4, Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    @Override
    String numbered() {
        return "bigint auto_increment primary key";
    }

    /** Its recursive queries end by themselves after 1000 rounds. */
    @Override
    String endless() {
        return "select count(*) from seq_1_to_10000000 a, seq_1_to_10000000 b";
    }

    @Override
    String text() {
        return "longtext character set utf8mb4 collate utf8mb4_bin";
    }

    @Override
    String bytes() {
        return "longblob";
    }
}
