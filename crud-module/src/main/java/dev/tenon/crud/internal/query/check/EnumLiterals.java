package dev.tenon.crud.internal.query.check;

import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.internal.query.checked.Scalar.Constant;
import dev.tenon.crud.internal.query.checked.ValueType;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Expression.Path;
import dev.tenon.database.mapping.AttributeMapping.EnumForm;
import java.util.List;
import java.util.Optional;

/**
 * Finds the constants of enums that a query names. The class may be left out, or the packages and
 * classes that it is in, as what the constant is compared with tells the rest.
 */
record EnumLiterals(EnumConstants constants, Flaws flaws) {

    /** Returns the constant as it is stored in columns of the type. */
    Optional<Constant> of(Path path, ValueType type) {
        if (type.enumForm() == EnumForm.NONE) {
            flaws.add(
                    path.span(),
                    "There is no attribute '" + path.text() + "'",
                    "It is no constant of an enum either, as it stands beside a value of the type "
                            + type.shown()
                            + ".",
                    "Write the name of an attribute, or a parameter.");
            return Optional.empty();
        }
        var className = type.className().replace('$', '.');
        var owner = String.join(".", path.names().subList(0, path.names().size() - 1));
        if (!owner.isEmpty() && !className.equals(owner) && !className.endsWith("." + owner)) {
            flaws.add(
                    path.span(),
                    "'" + path.text() + "' is no constant of the enum " + className + ",",
                    "It stands beside a value of this enum.",
                    "Write " + className + "." + path.names().getLast() + " instead.");
            return Optional.empty();
        }
        return constant(path, type, constants.of(type.className()).orElse(List.of()));
    }

    private Optional<Constant> constant(Path path, ValueType type, List<String> names) {
        var name = path.names().getLast();
        int ordinal = names.indexOf(name);
        if (ordinal < 0) {
            flaws.add(
                    path.span(),
                    "The enum " + type.shown() + " has no constant '" + name + "', named",
                    names.isEmpty()
                            ? "Its class file cannot be found."
                            : "It has: " + String.join(", ", names) + ".",
                    SimilarName.of(name, names)
                            .map(similar -> "Write " + similar + " instead.")
                            .orElse("Write one of its constants, or a parameter."));
            return Optional.empty();
        }
        return Optional.of(
                new Constant(type.enumForm() == EnumForm.ORDINAL ? ordinal : name, type));
    }
}
