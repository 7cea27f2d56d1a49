package dev.tenon.host.internal.json;

import dev.tenon.database.admin.GeneratedPair;
import dev.tenon.database.admin.GenerationReport;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon db generate --json} prints.
 *
 * @param migrations the migrations, in the order in which they are to be run; empty if nothing
 *     differs
 * @param provedTables how many tables the scripts keep, whose rows were compared before and after
 * @param provedRows how many rows those held
 * @param baseline where databases stand that have their tables without migrations; null if that
 *     does not matter
 * @param written whether the files were written
 */
public record GeneratedDocument(
        String database,
        String module,
        String engine,
        List<Migration> migrations,
        int provedTables,
        long provedRows,
        Optional<Baseline> baseline,
        boolean written) {

    /**
     * One migration.
     *
     * @param changes what it does, each as a part of a sentence
     * @param losses what it loses, each as a part of a sentence
     * @param warnings what is to be known before it is run, as sentences
     */
    public record Migration(
            String version,
            String description,
            Script up,
            Script down,
            List<String> changes,
            List<String> losses,
            List<String> warnings) {}

    /** One script. */
    public record Script(String file, String text) {

        static Script of(GeneratedPair.Script script) {
            return new Script(script.file().toString(), script.text());
        }
    }

    /**
     * Where databases stand.
     *
     * @param version the version
     * @param known whether hosts see that for themselves, without the setting {@code baseline}
     */
    public record Baseline(String version, boolean known) {}

    /** Returns the document for what was generated. */
    public static GeneratedDocument of(GenerationReport generated) {
        return new GeneratedDocument(
                generated.database(),
                generated.module(),
                generated.engine(),
                generated.pairs().stream().map(GeneratedDocument::migration).toList(),
                generated.tables(),
                generated.rows(),
                generated.baseline().map(b -> new Baseline(b.version(), b.isKnown())),
                generated.isWritten());
    }

    private static Migration migration(GeneratedPair pair) {
        return new Migration(
                pair.version(),
                pair.description(),
                Script.of(pair.up()),
                Script.of(pair.down()),
                pair.changes(),
                pair.losses(),
                pair.warnings());
    }
}
