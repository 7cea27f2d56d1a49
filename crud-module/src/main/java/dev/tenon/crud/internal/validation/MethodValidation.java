package dev.tenon.crud.internal.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates calls of the methods of one module (Jakarta Validation 3.1, "Method and constructor
 * validation"). Safe for use by many threads.
 */
public final class MethodValidation {

    private final java.lang.Module module;
    private final Validators validators;
    private volatile boolean isOpen;

    /**
     * Makes one.
     *
     * @param module whose packages are open to this one
     */
    public MethodValidation(java.lang.Module module, Validators validators) {
        this.module = module;
        this.validators = validators;
    }

    /**
     * Checks the arguments of a call.
     *
     * @throws ConstraintViolationException if they violate constraints
     */
    public void checkArguments(Object target, Method method, @Nullable Object[] arguments) {
        require(validator().validateParameters(target, method, arguments));
    }

    /**
     * Checks what a call returns.
     *
     * @throws ConstraintViolationException if it violates constraints
     */
    public void checkResult(Object target, Method method, @Nullable Object result) {
        require(validator().validateReturnValue(target, method, result));
    }

    private ExecutableValidator validator() {
        if (!isOpen) {
            open();
            isOpen = true;
        }
        return validators.validator().forExecutables();
    }

    /** Arguments and results can be of any class of the module. */
    private void open() {
        var self = MethodValidation.class.getModule();
        module.getPackages().stream()
                .filter(name -> module.isOpen(name, self))
                .forEach(name -> Validators.open(module, name));
    }

    private static void require(Set<ConstraintViolation<Object>> violations) {
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
