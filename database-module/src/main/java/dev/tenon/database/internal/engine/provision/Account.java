package dev.tenon.database.internal.engine.provision;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a module has on a server: a role and its database, or schema, of the same name.
 *
 * @param name the name: the prefix {@code tenon_}, or the option {@code provision-prefix}, before
 *     that of the database
 * @param password the password of the role
 * @param file where the password is kept
 */
public record Account(String name, String password, Path file) {

    /** Reads the account of a database; makes its password if there is none. */
    public static Account of(StoreSettings settings, Path secrets) {
        var file = file(settings, secrets);
        try {
            return new Account(name(settings), new PasswordFile(file).readOrMake(), file);
        } catch (IOException e) {
            throw unusable(settings, file, e);
        }
    }

    /** Reads the account of a database, if it has one. */
    public static Optional<Account> ifThere(StoreSettings settings, Path secrets) {
        var file = file(settings, secrets);
        try {
            return new PasswordFile(file)
                    .readIfThere()
                    .map(password -> new Account(name(settings), password, file));
        } catch (IOException e) {
            throw unusable(settings, file, e);
        }
    }

    private static Path file(StoreSettings settings, Path secrets) {
        return secrets.resolve(settings.database() + ".password");
    }

    private static RuntimeException unusable(StoreSettings settings, Path file, IOException e) {
        return new Failures(settings.database())
                .of(
                        DatabaseError.NOT_PERMITTED,
                        "The password file " + file + " cannot be used.",
                        Problem.describe(e),
                        e,
                        CommitOutcome.NOT_APPLIED);
    }

    private static String name(StoreSettings settings) {
        var prefix = settings.option("provision-prefix").orElse("tenon_");
        if (!prefix.matches("[a-z][a-z0-9_]{0,15}|")) {
            throw new Failures(settings.database())
                    .of(
                            DatabaseError.BAD_SETTING,
                            "The setting provision-prefix of the database "
                                    + settings.database()
                                    + " cannot be used.",
                            "It is '"
                                    + prefix
                                    + "', not at most 16 lower-case letters, digits and"
                                    + " underscores that begin with a letter.");
        }
        return prefix + settings.database();
    }

    /** Tells the name alone: the password is printed nowhere. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }

    /** Deletes the file with the password. */
    public void forget(StoreSettings settings) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(settings, file, e);
        }
    }

    /** Returns the exception for something of the account that remains. */
    public RuntimeException notRemoved(
            StoreSettings settings, String fact, String cause, Throwable thrown) {
        return new Failures(settings.database())
                .of(
                        DatabaseError.NOT_REMOVED,
                        fact,
                        cause + " The password is kept in " + file + ".",
                        thrown,
                        CommitOutcome.NOT_APPLIED);
    }

    /**
     * Returns the exception for a server that does not tell what it has.
     *
     * @param what what it was asked for: a database, or a schema
     */
    public RuntimeException unknown(StoreSettings settings, String what, Throwable thrown) {
        return new Failures(settings.database())
                .of(
                        DatabaseError.NOT_PERMITTED,
                        "It cannot be told whether the " + what + " " + name + " is there.",
                        Problem.describe(thrown),
                        thrown,
                        CommitOutcome.NOT_APPLIED);
    }

    /** Returns the exception for something that is not as it has to be. */
    public RuntimeException refused(StoreSettings settings, String fact, String cause) {
        return new Failures(settings.database())
                .of(DatabaseError.NOT_PROVIDED, fact, cause, null, CommitOutcome.NOT_APPLIED);
    }
}
