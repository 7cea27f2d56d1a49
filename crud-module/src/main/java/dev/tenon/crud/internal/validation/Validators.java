package dev.tenon.crud.internal.validation;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * The validator of one module, made when the first of its constraints is checked: that takes longer
 * than all the rest. Messages know parameters, and no expression language. Safe for use by many
 * threads.
 */
public final class Validators implements AutoCloseable {

    private Optional<ValidatorFactory> factory = Optional.empty();

    /**
     * Lets validators look for constraints in a package of a module that is open to this one: what
     * is open is passed on.
     */
    static void open(java.lang.Module module, String packageName) {
        Validators.class
                .getModule()
                .getLayer()
                .findModule("org.hibernate.validator")
                .ifPresent(validator -> module.addOpens(packageName, validator));
    }

    synchronized Validator validator() {
        if (factory.isEmpty()) {
            factory =
                    Optional.of(
                            Validation.byProvider(HibernateValidator.class)
                                    .providerResolver(() -> List.of(new HibernateValidator()))
                                    .configure()
                                    // The methods of Jakarta Data have no constraints: a repository
                                    // adds them where it overrides one.
                                    .allowOverridingMethodAlterParameterConstraint(true)
                                    .ignoreXmlConfiguration()
                                    .messageInterpolator(new ParameterMessageInterpolator())
                                    .buildValidatorFactory());
        }
        return factory.get().getValidator();
    }

    @Override
    public synchronized void close() {
        factory.ifPresent(ValidatorFactory::close);
        factory = Optional.empty();
    }
}
