package dev.tenon.core.internal.content;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists, copies and deletes files with everything below them. */
final class FileTree {

    private FileTree() {}

    /** Returns the file itself, or every regular file below the folder, sorted; follows links. */
    static List<Path> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Copies a file, or a folder with the regular files below it, to a place that is free. */
    static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        }
        for (Path file : files(from)) {
            Path target = file.equals(from) ? to : to.resolve(from.relativize(file));
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Deletes a file, or a folder with everything below it; does not follow links. */
    static void delete(Path root) throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
