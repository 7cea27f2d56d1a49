package sample.jdkindex.internal;

import dev.tenon.core.settings.Setting;
import java.util.Optional;

/** The settings of this module: {@code sample.jdkindex.…}. */
public interface JdkIndexSettings {

    @Setting(
            description =
                    "The beginning of a class name to search for when the module starts, such as"
                            + " HashMap; the first page of what is found is logged.")
    Optional<String> search();
}
