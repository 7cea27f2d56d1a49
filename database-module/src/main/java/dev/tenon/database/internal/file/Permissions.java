package dev.tenon.database.internal.file;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.DatabaseError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Whose a file or folder is, and who may do what with it. */
public final class Permissions {

    private Permissions() {}

    /** Returns owner and permissions, for people; nothing where the file system has none. */
    public static Optional<String> text(Path path) throws IOException {
        return attributes(path)
                .map(a ->
                        "owner "
                                + a.owner().getName()
                                + ", permissions "
                                + PosixFilePermissions.toString(a.permissions()));
    }

    /** Returns a warning if others than the owner may do anything. */
    public static Optional<Problem> openToOthers(Path path) throws IOException {
        return attributes(path)
                .map(a -> PosixFilePermissions.toString(a.permissions()))
                .filter(permissions -> !permissions.endsWith("------"))
                .map(permissions ->
                        Problem.warning(
                                DatabaseError.OPEN_TO_OTHERS,
                                "Others than its owner have rights on " + path + ".",
                                "Its permissions are " + permissions + ".",
                                DatabaseError.OPEN_TO_OTHERS.remedy()));
    }

    private static Optional<PosixFileAttributes> attributes(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null ? Optional.empty() : Optional.of(view.readAttributes());
    }
}
