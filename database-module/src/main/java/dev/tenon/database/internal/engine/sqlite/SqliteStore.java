package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Body;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.ValueFormat;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.failure.Failures;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One SQLite file with its writer and its readers. */
final class SqliteStore implements Store {

    private static final Dialect DIALECT = new SqliteDialect();

    private final SqliteSettings settings;
    private final OpenedFile file;
    private final Writer writer;
    private final ReaderPool readers;
    private final SqliteValues values = new SqliteValues();

    private SqliteStore(
            SqliteSettings settings, OpenedFile file, Writer writer, ReaderPool readers) {
        this.settings = settings;
        this.file = file;
        this.writer = writer;
        this.readers = readers;
    }

    static SqliteStore open(SqliteSettings settings, Failures failures)
            throws SQLException, IOException {
        var connection = SqliteConnection.writer(settings);
        try {
            var turns = new WriterTurns(settings.store(), failures, connection);
            return new SqliteStore(
                    settings,
                    new OpenedFile(settings.file(), failures),
                    new Writer(connection, turns),
                    new ReaderPool(settings, failures));
        } catch (SQLException | IOException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Claim claim, Body<T> body) throws Exception {
        file.requireThere();
        var connection = readers.lend(claim);
        boolean usable = false;
        try {
            connection.takeSnapshot();
            try {
                return body.run(connection);
            } finally {
                connection.takenBack();
                connection.releaseSnapshot();
                usable = !connection.isDoubtful();
            }
        } finally {
            readers.giveBack(connection, usable);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Claim claim, Body<T> body) throws Exception {
        file.requireThere();
        return writer.write(claim, body);
    }

    @Override
    public Connection connect() throws SQLException {
        file.requireThere();
        return SqliteConnection.plain(settings);
    }

    @Override
    public Optional<Connection> opened() {
        return Optional.of(writer.idle());
    }

    @Override
    public Classification classify(SQLException failure) {
        return SqliteErrors.classify(failure);
    }

    @Override
    public ValueFormat values() {
        return values;
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    /** Quotes with backticks: an unknown name in double quotes would become a text. */
    @Override
    public String quote(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    public Set<Lexis> lexis() {
        return DIALECT.lexis();
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
