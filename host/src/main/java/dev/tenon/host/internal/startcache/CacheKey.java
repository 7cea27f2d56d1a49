package dev.tenon.host.internal.startcache;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What caches were made from. In its file each part is a line, so that the launcher can read it
 * without starting another program.
 *
 * <p>The place counts because the JVM takes a cache of the same jars in another place for fitting,
 * and then looks for their resources in the old one.
 *
 * @param home the folder of the installation
 * @param fingerprint that of the installation
 * @param name how the files of the caches begin
 * @param checksums a line for each cache as {@code sha256sum} prints it
 */
public record CacheKey(String home, String fingerprint, String name, List<String> checksums) {

    private static final int HEAD = 3;

    /** Returns what the text says, if it is a key. */
    static Optional<CacheKey> parse(String text) {
        var lines = text.lines().toList();
        return lines.size() < HEAD
                ? Optional.empty()
                : Optional.of(
                        new CacheKey(
                                lines.get(0),
                                lines.get(1),
                                lines.get(2),
                                List.copyOf(lines.subList(HEAD, lines.size()))));
    }

    String text() {
        return List.of(home, fingerprint, name).stream().collect(Collectors.joining("\n", "", "\n"))
                + checksums.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    boolean fits(Installation installation) {
        return home.equals(installation.home().toString())
                && fingerprint.equals(installation.fingerprint());
    }

    String file(CacheKind kind) {
        return name + "-" + kind.id() + ".aot";
    }
}
