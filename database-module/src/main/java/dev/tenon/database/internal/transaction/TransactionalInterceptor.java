package dev.tenon.database.internal.transaction;

import dev.tenon.core.ModuleContext;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods with {@code Transactional} in a transaction. The type is part of the binding, so
 * that each has an interceptor of its own. Their priority is that of Jakarta Transactions 2.0,
 * section 3.7.
 */
abstract sealed class TransactionalInterceptor {

    /** All of them. */
    static final Set<Class<?>> ALL =
            Set.of(
                    Required.class,
                    RequiresNew.class,
                    Mandatory.class,
                    Supports.class,
                    NotSupported.class,
                    Never.class);

    private static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 200;

    @Inject private ModuleContext module;

    @AroundInvoke
    @Nullable Object intercept(InvocationContext call) throws Exception {
        return invoke(new TransactionalCall(call, sessions()));
    }

    abstract @Nullable Object invoke(TransactionalCall call) throws Exception;

    private JoiningSessions sessions() {
        // Another module may offer sessions to all: those of this one are not wrapped.
        return module.services()
                .find(SessionFactory.class)
                .filter(JoiningSessions.class::isInstance)
                .map(JoiningSessions.class::cast)
                .orElseThrow(() ->
                        new Failures(module.name())
                                .of(
                                        DatabaseError.NO_DATABASE,
                                        "A method of the module "
                                                + module.name()
                                                + " cannot be transactional.",
                                        "The module has no database."));
    }

    @Transactional(TxType.REQUIRED)
    @Interceptor
    @Priority(PRIORITY)
    static final class Required extends TransactionalInterceptor {
        @Override
        @Nullable Object invoke(TransactionalCall call) throws Exception {
            return call.required();
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    @Interceptor
    @Priority(PRIORITY)
    static final class RequiresNew extends TransactionalInterceptor {
        @Override
        @Nullable Object invoke(TransactionalCall call) throws Exception {
            return call.inNew();
        }
    }

    @Transactional(TxType.MANDATORY)
    @Interceptor
    @Priority(PRIORITY)
    static final class Mandatory extends TransactionalInterceptor {
        @Override
        @Nullable Object invoke(TransactionalCall call) throws Exception {
            return call.mandatory();
        }
    }

    @Transactional(TxType.SUPPORTS)
    @Interceptor
    @Priority(PRIORITY)
    static final class Supports extends TransactionalInterceptor {
        @Override
        @Nullable Object invoke(TransactionalCall call) throws Exception {
            return call.supports();
        }
    }

    @Transactional(TxType.NOT_SUPPORTED)
    @Interceptor
    @Priority(PRIORITY)
    static final class NotSupported extends TransactionalInterceptor {
        @Override
        @Nullable Object invoke(TransactionalCall call) throws Exception {
            return call.notSupported();
        }
    }

    @Transactional(TxType.NEVER)
    @Interceptor
    @Priority(PRIORITY)
    static final class Never extends TransactionalInterceptor {
        @Override
        @Nullable Object invoke(TransactionalCall call) throws Exception {
            return call.never();
        }
    }
}
