package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.internal.repository.declare.JavaType;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * What a method returns.
 *
 * @param form how results are handed over
 * @param element the type of one result
 * @param isAsync whether it is a future of that
 */
public record ResultShape(Form form, JavaType element, boolean isAsync) {

    /** How results are handed over. */
    public enum Form {
        /** Not at all. */
        NOTHING,
        /** The only one. */
        ONE,
        /** The only one, or none. */
        OPTIONAL,
        /** In an array. */
        ARRAY,
        /** In a list. */
        LIST,
        /** One by one. */
        STREAM,
        /** In pages that are counted. */
        PAGE,
        /** In pages that begin behind a row. */
        CURSORED_PAGE;

        /** Returns whether there can be several. */
        public boolean isSeveral() {
            return compareTo(ARRAY) >= 0;
        }

        /** Returns whether results come page by page. */
        public boolean isPage() {
            return compareTo(PAGE) >= 0;
        }
    }

    private static final Map<String, Form> CONTAINERS =
            Map.of(
                    Optional.class.getName(), Form.OPTIONAL,
                    List.class.getName(), Form.LIST,
                    Collection.class.getName(), Form.LIST,
                    Iterable.class.getName(), Form.LIST,
                    Stream.class.getName(), Form.STREAM,
                    Page.class.getName(), Form.PAGE,
                    CursoredPage.class.getName(), Form.CURSORED_PAGE);

    static ResultShape of(JavaType returned) {
        if (returned.is(CompletionStage.class) || returned.is(CompletableFuture.class)) {
            var content = of(returned.content().orElse(returned));
            return new ResultShape(content.form, content.element, true);
        }
        if (returned.isVoid() || returned.is(Void.class)) {
            return new ResultShape(Form.NOTHING, returned, false);
        }
        if (returned.isArray()) {
            return new ResultShape(Form.ARRAY, returned.arguments().getFirst(), false);
        }
        var form = CONTAINERS.get(returned.name());
        return form == null || returned.content().isEmpty()
                ? new ResultShape(Form.ONE, returned, false)
                : new ResultShape(form, returned.content().get(), false);
    }

    /** Returns whether it is one of these types, or the primitive one that it boxes. */
    boolean isOneOf(Class<?>... types) {
        return form == Form.ONE
                && List.of(types).stream()
                        .anyMatch(t -> Boxed.of(element.valueName()).equals(t.getName()));
    }
}
