package dev.tenon.crud.internal.repository.declare;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A method of a repository, its own or one that it inherits.
 *
 * @param owner the interface that declares it
 * @param descriptors its own, as the class file has it, and those of the methods that it overrides
 * @param hasBody whether it is a default method
 * @param operations the annotations of Jakarta Data that say what it does, by their simple names
 * @param query what {@code @Query} says
 * @param orders its {@code @OrderBy}
 */
public record DeclaredMethod(
        String owner,
        String name,
        Set<String> descriptors,
        boolean hasBody,
        JavaType returned,
        List<DeclaredParameter> parameters,
        List<String> operations,
        Optional<String> query,
        List<DeclaredOrder> orders) {

    public DeclaredMethod {
        descriptors = Set.copyOf(descriptors);
        parameters = List.copyOf(parameters);
        operations = List.copyOf(operations);
        orders = List.copyOf(orders);
    }

    /** Returns its name with the types of its parameters: {@code find(String, Limit)}. */
    public String shown() {
        return parameters.stream()
                .map(p -> p.type().shown())
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** Returns what distinguishes it from the other methods of a class. */
    String distinction() {
        return parameters.stream()
                .map(p -> p.type().isArray() ? p.type().shown() : p.type().name())
                .collect(Collectors.joining(",", name + "(", ")"));
    }

    /**
     * Returns this method as one that overrides another: whoever calls that one means this one,
     * too, and what it does not say anew holds as that one says it.
     */
    DeclaredMethod overriding(DeclaredMethod other) {
        var all = new HashSet<>(descriptors);
        all.addAll(other.descriptors);
        boolean isSilent = operations.isEmpty() && !hasBody;
        return new DeclaredMethod(
                owner,
                name,
                all,
                hasBody,
                returned,
                isSilent ? parametersAfter(other) : parameters,
                isSilent ? other.operations : operations,
                isSilent ? other.query : query,
                isSilent && orders.isEmpty() ? other.orders : orders);
    }

    private List<DeclaredParameter> parametersAfter(DeclaredMethod other) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i).overriding(other.parameters.get(i)))
                .toList();
    }
}
