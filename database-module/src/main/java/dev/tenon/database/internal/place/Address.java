package dev.tenon.database.internal.place;

import static java.util.Locale.ROOT;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a database is, as the settings say it: a JDBC address, or a URL with user and password such
 * as {@code postgres://tenon:secret@localhost/app}, which hosting services put into {@code
 * DATABASE_URL}.
 *
 * @param jdbc the JDBC address
 * @param user the user in the URL
 * @param password the password in the URL
 */
public record Address(String jdbc, Optional<String> user, Optional<String> password) {

    private static final Map<String, String> SCHEMES =
            Map.of(
                    "postgres", "postgresql",
                    "postgresql", "postgresql",
                    "mysql", "mysql",
                    "mariadb", "mariadb");

    /** A name may be none of the internet's, such as my_db. */
    private static final String HOST = "(?:\\[[0-9a-fA-F:.]+]|[^/?#@:,\\[\\]\\s]+)(?::\\d+)?";

    /** Whatever could be part of a password that is not encoded is not taken for something else. */
    private static final Pattern URL =
            Pattern.compile(
                    "(?<scheme>\\w+)://(?:(?<who>[^/?#@]*)@)?(?<rest>%1$s(?:,%1$s)*(?:[/?][^@#]*)?)"
                            .formatted(HOST));

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is neither; the message is the reason, and holds
     *     nothing of the text, which may be secret
     */
    public static Address of(String text) {
        if (text.startsWith("jdbc:")) {
            return new Address(text, Optional.empty(), Optional.empty());
        }
        var parts = URL.matcher(text.strip());
        var driver = parts.matches() ? SCHEMES.get(parts.group("scheme").toLowerCase(ROOT)) : null;
        if (driver == null) {
            throw new IllegalArgumentException(
                    "It begins neither with jdbc: nor with postgresql://, mysql:// or mariadb://"
                            + " and a host, or its password has special characters that are not"
                            + " percent-encoded.");
        }
        var who = Optional.ofNullable(parts.group("who")).orElse("").split(":", 2);
        return new Address(
                "jdbc:" + driver + "://" + parts.group("rest"),
                Optional.of(decoded(who[0])).filter(name -> !name.isEmpty()),
                who.length > 1 ? Optional.of(decoded(who[1])) : Optional.empty());
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "A percent sign in its user or password stands for itself as %25 alone.");
        }
    }

    /** Tells nothing: an address may hold a password. */
    @Override
    public String toString() {
        return "Address[…]";
    }
}
