package dev.tenon.benchmarks.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The migrations that are run: those of a small module. */
final class Scripts {

    /**
     * One of them.
     *
     * @param version which one
     */
    record Script(int version, String description, String text) {

        String file() {
            return "V%d__%s.sql".formatted(version, description.replace(' ', '_'));
        }
    }

    private static final List<Script> ALL =
            List.of(
                    new Script(
                            1,
                            "create notes",
                            """
                            create table author (
                              id integer primary key,
                              name text not null
                            );
                            create table note (
                              id integer primary key,
                              author_id integer not null references author (id),
                              title text not null,
                              body text
                            );
                            create index note_author on note (author_id);
                            """),
                    new Script(2, "add dates", "alter table note add column created_at text;\n"),
                    new Script(
                            3,
                            "add tags",
                            """
                            create table tag (
                              note_id integer not null references note (id) on delete cascade,
                              name text not null,
                              primary key (note_id, name)
                            );
                            """),
                    new Script(
                            4,
                            "archive notes",
                            """
                            alter table note add column archived integer not null default 0;
                            create index note_archived on note (archived);
                            """));

    private Scripts() {}

    /** Returns those that a database has got before the phase, and gets in it. */
    static List<Script> of(Phase phase) {
        return phase == Phase.NEW ? ALL.subList(0, ALL.size() - 1) : ALL;
    }

    /** Writes those of a phase into a folder of its own. */
    static Path write(Phase phase, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Script script : of(phase)) {
            Files.writeString(folder.resolve(script.file()), script.text());
        }
        return folder;
    }
}
