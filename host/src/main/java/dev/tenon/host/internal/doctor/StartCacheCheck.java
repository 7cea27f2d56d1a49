package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.startcache.Checksums;
import dev.tenon.host.internal.startcache.Installation;
import dev.tenon.host.internal.startcache.InstalledCache;
import java.io.IOException;
import java.util.List;

/** Whether this very process was started from the start cache, and if not, why. */
final class StartCacheCheck implements Check {

    private final Locations locations;

    StartCacheCheck(Locations locations) {
        this.locations = locations;
    }

    @Override
    public Group group() {
        return Group.IMAGE;
    }

    @Override
    public String name() {
        return "start cache";
    }

    @Override
    public List<Finding> look() throws IOException {
        var state = System.getProperty("tenon.start-cache", "off");
        var cache = Installation.of(locations).flatMap(Installation::cache);
        if (cache.isPresent() && !Checksums.hold(cache.get())) {
            return List.of(damaged(cache.get()));
        }
        return List.of(
                switch (state) {
                    case "used" -> isAccepted() ? used() : refused();
                    case "missing" ->
                            cache.isPresent()
                                    ? unused("A jar was changed after it was made.")
                                    : unused("None was made for this installation in this place.");
                    default ->
                            Finding.fine(
                                    "It is not asked for: TENON_AOT is off, or the options of the JVM"
                                            + " name another one.");
                });
    }

    /** If the JVM refuses the cache it was given, it does without any and says so there. */
    private static boolean isAccepted() {
        return System.getProperty("java.vm.info", "").contains("sharing");
    }

    private static Finding used() {
        return Finding.fine("This process was started from it.");
    }

    private static Finding refused() {
        return unused(
                "It is there, but the JVM refuses it: the cause is usually one of its options, such"
                        + " as another garbage collector, --add-opens or an agent.");
    }

    private static Finding damaged(InstalledCache cache) {
        return new Finding.Flaw(
                Problem.error(
                        ProgramError.START_CACHE_UNUSED,
                        "The start cache in " + cache.folder().path() + " is damaged.",
                        "A file of it is missing, or not what was made.",
                        "Run 'tenon optimize'."));
    }

    private static Finding unused(String cause) {
        return new Finding.Flaw(
                Problem.warning(
                        ProgramError.START_CACHE_UNUSED,
                        "The start cache is not used.",
                        cause,
                        ProgramError.START_CACHE_UNUSED.remedy()));
    }
}
