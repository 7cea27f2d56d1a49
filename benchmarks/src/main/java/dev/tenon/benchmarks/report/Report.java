package dev.tenon.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one benchmark has found out.
 *
 * @param figures the same as in the tables, for programs
 */
public record Report(Machine machine, Record figures, List<Table> tables) {

    private record Document(Machine machine, Record figures) {}

    public Report {
        tables = List.copyOf(tables);
    }

    /** Returns the tables for a terminal. */
    public String text() {
        return machine.sentence()
                + "\n\n"
                + tables.stream().map(Table::text).collect(Collectors.joining("\n"));
    }

    /**
     * Returns the tables as Markdown.
     *
     * @param command how to measure them again
     */
    public String markdown(String command) {
        return machine.sentence()
                + " Command: `"
                + command
                + "`.\n\n"
                + tables.stream().map(Table::markdown).collect(Collectors.joining("\n"));
    }

    /** Returns the figures as JSON. */
    public String json() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(new Document(machine, figures))
                + "\n";
    }
}
