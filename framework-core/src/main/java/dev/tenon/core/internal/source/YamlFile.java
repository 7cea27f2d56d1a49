package dev.tenon.core.internal.source;

import dev.tenon.core.internal.source.SettingsFiles.Entry;
import dev.tenon.core.internal.source.SettingsFiles.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML 1.2 file: the keys on the way to a value, joined by dots, are the setting's name;
 * the values of a sequence have their index in brackets.
 */
final class YamlFile {

    /** Deeper than settings are; an alias may lead back into what it stands in. */
    private static final int DEPTH = 50;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private YamlFile() {}

    static Map<String, Entry> read(Path file) throws IOException {
        var yaml = new YamlFile();
        var settings = LoadSettings.builder().setLabel(String.valueOf(file.getFileName())).build();
        try {
            var text = new StreamReader(settings, Files.readString(file));
            var root = new Composer(settings, new ParserImpl(settings, text)).getSingleNode();
            if (root.isPresent() && !isNull(root.get())) {
                if (!(root.get() instanceof MappingNode)) {
                    throw new Malformed(line(root.get()), "The file is not a mapping of names.");
                }
                yaml.add("", root.get(), 0);
            }
        } catch (MarkedYamlEngineException e) {
            throw new Malformed(
                    e.getProblemMark().map(Mark::getLine).orElse(0) + 1, e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return yaml.entries;
    }

    private void add(String name, Node node, int depth) {
        if (depth > DEPTH) {
            throw new Malformed(line(node), "The values are nested more than 50 times.");
        }
        switch (node) {
            case MappingNode mapping ->
                    mapping.getValue()
                            .forEach(pair -> {
                                var key = key(pair.getKeyNode());
                                add(
                                        name.isEmpty() ? key : name + "." + key,
                                        pair.getValueNode(),
                                        depth + 1);
                            });
            case SequenceNode sequence -> {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    add(name + "[" + i + "]", sequence.getValue().get(i), depth + 1);
                }
            }
            case ScalarNode scalar -> put(name, scalar);
            default -> throw new Malformed(line(node), "'" + name + "' is no value.");
        }
    }

    private void put(String name, ScalarNode scalar) {
        var entry = new Entry(isNull(scalar) ? "" : scalar.getValue(), line(scalar));
        if (entries.putIfAbsent(name, entry) != null) {
            throw new Malformed(entry.line(), "'" + name + "' stands there twice.");
        }
    }

    private static String key(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return scalar.getValue();
        }
        throw new Malformed(line(node), "A name has to be a text.");
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return Optional.of(node).flatMap(Node::getStartMark).map(Mark::getLine).orElse(0) + 1;
    }
}
