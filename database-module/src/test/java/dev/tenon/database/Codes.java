package dev.tenon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks at the codes of failures. */
public final class Codes {

    private Codes() {}

    /** Returns the failure of the action, which has to have the code. */
    public static DatabaseException failure(DatabaseError code, ThrowingCallable action) {
        var thrown = catchThrowableOfType(DatabaseException.class, action);
        assertThat(thrown).as("thrown with " + code).isNotNull();
        assertThat(thrown.code()).as(thrown.getMessage()).isEqualTo(code);
        return thrown;
    }
}
