import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Lays out a folder as a Maven repository with what plugins are compiled against, so that a project
 * builds from an installation.
 *
 * <p>A snapshot is laid out as Maven deploys one, with the time of its last change in the names and
 * in {@code maven-metadata.xml}: under a name that stays the same Maven would take the jar it
 * fetched the first time, for good.
 */
final class MavenRepository {

    private static final String SNAPSHOT = "SNAPSHOT";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss").withZone(ZoneOffset.UTC);

    private record Coordinates(String group, String artifact, String version) {

        String folder() {
            return group.replace('.', '/') + "/" + artifact + "/" + version;
        }
    }

    private final Path root;

    MavenRepository(Path root) {
        this.root = root;
    }

    /**
     * Makes the repository hold these jars and no others, each with the POM that lies beside it.
     */
    void fill(List<Path> jars) throws IOException {
        BuildImage.delete(root);
        for (Path jar : jars) {
            add(jar, jar.resolveSibling(jar.getFileName().toString().replace(".jar", ".pom")));
        }
    }

    private void add(Path jar, Path pom) throws IOException {
        Coordinates coordinates = read(pom);
        Path folder = Files.createDirectories(root.resolve(coordinates.folder()));
        String version = coordinates.version();
        if (version.endsWith(SNAPSHOT)) {
            String built = TIME.format(lastChange(jar, pom));
            version = version.replace(SNAPSHOT, built + "-1");
            write(folder.resolve("maven-metadata.xml"), metadata(coordinates, built, version));
        }
        String name = coordinates.artifact() + "-" + version;
        write(folder.resolve(name + ".jar"), Files.readAllBytes(jar));
        write(folder.resolve(name + ".pom"), Files.readAllBytes(pom));
    }

    private static Instant lastChange(Path jar, Path pom) throws IOException {
        Instant ofJar = Files.getLastModifiedTime(jar).toInstant();
        Instant ofPom = Files.getLastModifiedTime(pom).toInstant();
        return ofJar.isAfter(ofPom) ? ofJar : ofPom;
    }

    private static byte[] metadata(Coordinates coordinates, String built, String version) {
        String updated = built.replace(".", "");
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <metadata modelVersion="1.1.0">
          <groupId>%1$s</groupId>
          <artifactId>%2$s</artifactId>
          <version>%3$s</version>
          <versioning>
            <snapshot><timestamp>%4$s</timestamp><buildNumber>1</buildNumber></snapshot>
            <lastUpdated>%5$s</lastUpdated>
            <snapshotVersions>
              <snapshotVersion><extension>jar</extension><value>%6$s</value><updated>%5$s</updated></snapshotVersion>
              <snapshotVersion><extension>pom</extension><value>%6$s</value><updated>%5$s</updated></snapshotVersion>
            </snapshotVersions>
          </versioning>
        </metadata>
        """
                .formatted(
                        coordinates.group(),
                        coordinates.artifact(),
                        coordinates.version(),
                        built,
                        updated,
                        version)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a file and its checksum, without which Maven warns of the file. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), sha1(content));
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Coordinates read(Path pom) throws IOException {
        try {
            Element project =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(pom.toFile())
                            .getDocumentElement();
            return new Coordinates(
                    text(project, "groupId"),
                    text(project, "artifactId"),
                    text(project, "version"));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + " is not a POM.", e);
        }
    }

    private static String text(Element project, String name) throws IOException {
        for (Node n = project.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeName().equals(name)) {
                return n.getTextContent().strip();
            }
        }
        throw new IOException("A POM without a " + name + " of its own cannot stand alone.");
    }
}
