package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.engine.tool.Tool;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.SslMode;

/**
 * The programs of MariaDB, or of MySQL, for one database. A file that its owner alone may read
 * tells them where it is, and the password.
 */
record MariaDbTools(StoreSettings settings) {

    Tool dump() {
        return Tool.find(settings, List.of("mariadb-dump", "mysqldump"));
    }

    Tool client() {
        return Tool.find(settings, List.of("mariadb", "mysql"));
    }

    String database() {
        return address().database();
    }

    /** Returns the argument that names the file, which is written beside another one. */
    String options(Path beside) {
        var file = beside.resolveSibling("client.cnf");
        try {
            PrivateFiles.createFile(file);
            Files.writeString(file, String.join("\n", lines()) + "\n");
        } catch (IOException e) {
            throw new BackupFailures(settings.database()).notWritten(file, e);
        }
        return "--defaults-file=" + file;
    }

    private MariaDbAddress address() {
        return MariaDbAddress.of(MariaDbSession.pooled(settings));
    }

    private List<String> lines() {
        var configuration = address().configuration(MariaDbSession.pooled(settings));
        var lines = new ArrayList<>(List.of("[client]", "protocol=tcp"));
        first(configuration, lines);
        lines.add(line("user", configuration.user()));
        lines.add(line("password", configuration.password()));
        lines.add("default-character-set=utf8mb4");
        if (configuration.sslMode() == SslMode.DISABLE) {
            lines.add("skip-ssl");
        } else {
            lines.add("ssl");
            if (configuration.sslMode() != SslMode.TRUST) {
                lines.add("ssl-verify-server-cert");
            }
            if (configuration.serverSslCert() != null) {
                lines.add(line("ssl-ca", configuration.serverSslCert()));
            }
        }
        return lines;
    }

    private static void first(Configuration configuration, List<String> lines) {
        HostAddress address = configuration.addresses().getFirst();
        lines.add(line("host", address.host));
        lines.add("port=" + address.port);
    }

    private static String line(String name, @Nullable String value) {
        var text = Objects.toString(value, "").replace("\\", "\\\\").replace("\"", "\\\"");
        return name + "=\"" + text + "\"";
    }
}
