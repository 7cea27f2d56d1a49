package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration.Script;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Hands scripts to Flyway, which looks for them nowhere else. Safe for use by many threads.
 *
 * @param scripts all that there are
 */
record ScriptResources(List<Script> scripts) implements ResourceProvider {

    ScriptResources {
        scripts = List.copyOf(scripts);
    }

    /** Asked for files that belong to a script, such as settings of Flyway; there are none. */
    @Override
    public @Nullable LoadableResource getResource(String name) {
        return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .<LoadableResource>map(Resource::new)
                .filter(r -> r.getFilename().startsWith(prefix))
                .filter(r -> Arrays.stream(suffixes).anyMatch(r.getFilename()::endsWith))
                .toList();
    }

    private static final class Resource extends LoadableResource {

        private final Script script;

        Resource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.text());
        }

        @Override
        public String getAbsolutePath() {
            return script.place();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.place();
        }

        @Override
        public String getFilename() {
            return script.place().substring(script.place().lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return script.place();
        }
    }
}
