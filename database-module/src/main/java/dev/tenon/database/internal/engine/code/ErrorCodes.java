package dev.tenon.database.internal.engine.code;

import dev.tenon.database.error.ErrorClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which codes of an engine mean which class of error. Immutable.
 *
 * @param byCode the classes by the codes, in the order of the documentation
 */
public record ErrorCodes(Map<String, ErrorClass> byCode) {

    /** No codes at all. */
    public static final ErrorCodes NONE = new ErrorCodes(Map.of());

    /** Returns these, and codes that mean the class. */
    public ErrorCodes and(ErrorClass errorClass, String... codes) {
        var more = new LinkedHashMap<>(byCode);
        for (String code : codes) {
            if (more.put(code, errorClass) != null) {
                throw new IllegalArgumentException("The code " + code + " is there twice");
            }
        }
        return new ErrorCodes(more);
    }

    /** Returns what the code means, if it is known. */
    public Optional<ErrorClass> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * Returns what the SQLSTATE means: by itself, else by its class, the first two characters. What
     * is not known is {@link ErrorClass#OTHER}.
     */
    public ErrorClass ofState(String state) {
        return find(state)
                .or(() -> find(state.substring(0, Math.min(2, state.length()))))
                .orElse(ErrorClass.OTHER);
    }

    /** Returns the codes that mean the class. */
    public List<String> of(ErrorClass errorClass) {
        return byCode.entrySet().stream()
                .filter(e -> e.getValue() == errorClass)
                .map(Map.Entry::getKey)
                .toList();
    }
}
