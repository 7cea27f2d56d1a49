package dev.tenon.host.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page of the documentation, read for its snippets: a block under {@code <!-- file: PATH -->} is
 * a file, one under {@code <!-- run -->} is a shell script.
 */
record Document(List<SourceFile> files, List<String> scripts) {

    /** The root of the repository, seen from the folder of this Maven module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern SNIPPET =
            Pattern.compile(
                    "<!-- (?:file: (?<file>\\S+)|run) -->\\n```\\w+\\n(?<text>.*?)```\\n",
                    Pattern.DOTALL);

    record SourceFile(Path path, String text) {}

    static Document read(String page) throws IOException {
        var files = new ArrayList<SourceFile>();
        var scripts = new ArrayList<String>();
        var matcher = SNIPPET.matcher(Files.readString(ROOT.resolve(page)));
        while (matcher.find()) {
            if (matcher.group("file") == null) {
                scripts.add(matcher.group("text"));
            } else {
                files.add(new SourceFile(Path.of(matcher.group("file")), matcher.group("text")));
            }
        }
        return new Document(files, scripts);
    }

    /** Writes the files below the folder and returns the modules they form, in their order. */
    Set<Path> writeTo(Path folder) throws IOException {
        var modules = new LinkedHashSet<Path>();
        for (SourceFile file : files) {
            var target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.text());
            modules.add(folder.resolve(file.path().getName(0)));
        }
        return modules;
    }
}
