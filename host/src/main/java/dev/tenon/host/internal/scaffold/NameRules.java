package dev.tenon.host.internal.scaffold;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Which names a new module can have: those of the Java Language Specification (3.8, 3.9, 6.5), of
 * which Maven's coordinates take the letters of ASCII alone.
 */
final class NameRules {

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    /** Whose names these prefixes are; the settings of the host begin with {@code tenon}. */
    private static final List<String> RESERVED =
            List.of("java", "javax", "jdk", "tenon", "dev.tenon");

    private NameRules() {}

    static void checkModule(String name) {
        checkJavaName("module", name);
        if (ModuleLayer.boot().findModule(name).isPresent()) {
            throw refused("module", name, "The host itself has a module of this name.", "");
        }
    }

    static void checkPackage(String name) {
        checkJavaName("package", name);
        checkIsFree(name);
        checkIsFree(name + ".internal");
    }

    static void checkGroup(String name) {
        if (!GROUP.matcher(name).matches()) {
            throw refused(
                    "Maven group",
                    name,
                    "A group consists of letters from A to Z, digits, '_', '-' and dots.",
                    "");
        }
    }

    private static void checkJavaName(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    kind,
                    name,
                    "It has to consist of words joined by dots, each of letters from A to Z, digits"
                            + " and '_', beginning with a letter.",
                    suggestion(name).map(s -> "Did you mean " + s + "?").orElse(""));
        }
        keyword(name)
                .ifPresent(word -> {
                    throw refused(kind, name, "'" + word + "' is a word of the language Java.", "");
                });
        RESERVED.stream()
                .filter(prefix -> name.equals(prefix) || name.startsWith(prefix + "."))
                .findFirst()
                .ifPresent(prefix -> {
                    throw refused(
                            kind,
                            name,
                            "Names that begin with '%s' belong to %s."
                                    .formatted(prefix, prefix.endsWith("tenon") ? "Tenon" : "Java"),
                            "");
                });
    }

    /** Two modules with one package cannot run together. */
    private static void checkIsFree(String packageName) {
        ModuleLayer.boot().modules().stream()
                .filter(m -> m.getPackages().contains(packageName))
                .findFirst()
                .ifPresent(owner -> {
                    throw refused(
                            "package",
                            packageName,
                            "The module %s of the host has it already.".formatted(owner.getName()),
                            "");
                });
    }

    private static Optional<String> keyword(String name) {
        return Stream.of(name.split("\\.", -1)).filter(SourceVersion::isKeyword).findFirst();
    }

    private static Optional<String> suggestion(String wrong) {
        var similar = wrong.replaceAll("[\\s./-]+", ".").replaceAll("^\\.|\\.$", "");
        return Optional.of(similar).filter(s -> NAME.matcher(s).matches() && keyword(s).isEmpty());
    }

    private static HostException refused(String kind, String name, String cause, String remedy) {
        return new HostException(
                Problem.error(
                        ProgramError.NAME_UNUSABLE,
                        "The %s '%s' cannot be made.".formatted(kind, printable(name)),
                        cause,
                        remedy.isEmpty() ? ProgramError.NAME_UNUSABLE.remedy() : remedy));
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cc}", "?");
    }
}
