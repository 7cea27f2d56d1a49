package dev.tenon.host.internal.launch;

import static dev.tenon.core.ModuleState.FAILED;
import static dev.tenon.core.ModuleState.READY;
import static dev.tenon.core.ModuleState.RESOLVED;
import static dev.tenon.core.ModuleState.STARTED;
import static dev.tenon.core.ModuleState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveModulesTest {

    private final LiveModules modules = new LiveModules();

    @Test
    void aModuleIsAliveUntilItHasStopped() {
        changes(RESOLVED, READY, STARTED);
        assertThat(modules.alive()).isEqualTo(Map.of("sample.a", STARTED));

        changes(STARTED, STOPPED);
        assertThat(modules.alive()).isEmpty();
    }

    @Test
    void aModuleThatTookThePlaceOfAnotherOfItsNameIsAliveAfterTheOtherHasStopped() {
        changes(RESOLVED, READY, STARTED);
        changes(RESOLVED, READY);
        assertThat(modules.alive()).isEqualTo(Map.of("sample.a", READY));

        changes(READY, STARTED);
        changes(STARTED, STOPPED);
        assertThat(modules.alive()).isEqualTo(Map.of("sample.a", STARTED));

        changes(STARTED, STOPPED);
        assertThat(modules.alive()).isEmpty();
    }

    @Test
    void aModuleIsAliveIfTheOneThatWasToTakeItsPlaceHasFailed() {
        changes(RESOLVED, READY, STARTED);
        changes(RESOLVED, READY, FAILED);

        assertThat(modules.alive()).isEqualTo(Map.of("sample.a", STARTED));
    }

    /** Tells of a module that goes through the states. */
    private void changes(ModuleState... states) {
        for (int i = 1; i < states.length; i++) {
            modules.changed(status(states[i]), states[i - 1]);
        }
    }

    private static ModuleStatus status(ModuleState state) {
        var info =
                new ModuleInfo(
                        "sample.a",
                        Optional.empty(),
                        ModuleInfo.Origin.PLUGIN,
                        "sample.a",
                        "",
                        List.of(),
                        Optional.empty());
        return new ModuleStatus(info, state, List.of(), Duration.ZERO);
    }
}
