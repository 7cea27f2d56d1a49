package {{package}}.internal;

import dev.tenon.core.service.Service;
import dev.tenon.core.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import {{package}}.Greeter;

/** Greets as the setting {@code {{module}}.greeting} says. */
@ApplicationScoped
@Service
class PoliteGreeter implements Greeter {

    private final Settings settings;

    @Inject
    PoliteGreeter(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String greet(String name) {
        return settings.find("greeting").orElse("Good day") + ", " + name + "!";
    }
}
