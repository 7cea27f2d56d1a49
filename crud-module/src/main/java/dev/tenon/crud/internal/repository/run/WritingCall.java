package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.entity.EntityAccess;
import dev.tenon.crud.internal.entity.Written;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Change;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Writing;
import dev.tenon.crud.internal.repository.plan.ResultShape.Form;
import dev.tenon.database.Session;
import dev.tenon.database.WriteOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the objects that a method is handed. */
record WritingCall(Writing method, EntityAccess entity, Executor executor) implements Call {

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) {
        var given = Objects.requireNonNull(arguments[0], "what is to be written is null");
        var objects = objects(given);
        return executor.write(
                options(objects),
                session -> write(session, objects),
                written -> result(written, given));
    }

    private List<?> objects(Object given) {
        return switch (given) {
            case Object[] array when method.given() == Form.ARRAY -> Arrays.asList(array);
            case List<?> list when method.given() == Form.LIST -> list;
            case Iterable<?> several when method.given() == Form.LIST -> copy(several);
            case Object one -> List.of(one);
        };
    }

    private static List<?> copy(Iterable<?> several) {
        if (several instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        var copy = new ArrayList<@Nullable Object>();
        several.forEach(copy::add);
        return copy;
    }

    private WriteOptions options(List<?> objects) {
        return method.change() == Change.SAVE
                ? entity.writer().saveOptions(objects)
                : entity.writer().options(objects);
    }

    private List<Written> write(Session session, List<?> objects) {
        var writer = entity.writer();
        return switch (method.change()) {
            case INSERT -> writer.insert(session, objects);
            case UPDATE -> writer.update(session, objects);
            case SAVE -> writer.save(session, objects);
            case DELETE -> {
                writer.delete(session, objects);
                yield List.of();
            }
        };
    }

    /** Puts into the objects what they have got, also if nobody wants them back. */
    private @Nullable Object result(List<Written> written, Object given) {
        var objects = new ArrayList<@Nullable Object>(written.size());
        written.forEach(w -> objects.add(entity.writer().result(w)));
        return switch (method.result().form()) {
            case NOTHING -> null;
            case ARRAY -> objects.toArray(Arrays.copyOf((Object[]) given, objects.size()));
            case LIST -> objects;
            default -> objects.getFirst();
        };
    }
}
