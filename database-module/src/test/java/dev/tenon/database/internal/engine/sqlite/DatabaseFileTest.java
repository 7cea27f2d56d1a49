package dev.tenon.database.internal.engine.sqlite;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "CIFS", "smb3", "fuse.sshfs", "9p"})
    void fileSystemsOfOtherMachinesAreRefused(String type) {
        var e = failure(DatabaseError.NETWORK_FILE_SYSTEM, () -> file().refuseRemote(type));
        assertThat(e.getMessage()).contains(type, "test.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "NTFS"})
    void localFileSystemsAreNot(String type) {
        file().refuseRemote(type);
    }

    @Test
    void aFileIsMadeOnce() {
        file().prepare();
        file().prepare();
        assertThat(folder.resolve("test.db")).isEmptyFile();
    }

    private DatabaseFile file() {
        return new DatabaseFile(folder.resolve("test.db"), new Failures("test"));
    }
}
