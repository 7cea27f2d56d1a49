package dev.tenon.crud.repository;

import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints of repository methods (Jakarta Data 1.0, "Jakarta Validation"). */
class ValidatedRepositoriesTest {

    private static final String[] TYPES = {
        """
        Note:
        @Entity record Note(@Id Long id, @NotBlank @Size(max = 5) String title, @Min(1) int pages) {}
        """,
        """
        Base:
        interface Base<T> {
            @Save T keep(@Valid T one);
        }
        """,
        """
        Notes:
        @Repository interface Notes extends CrudRepository<Note, Long>, Base<Note> {
            @Override <S extends Note> S insert(@Valid S note);
            @Save List<Note> keepAll(@Valid List<Note> notes);
            @Save void change(List<@Valid Note> notes);
            List<Note> findByTitleIn(@NotEmpty Set<@NotBlank String> titles);
            @Query("select count(this)") @Max(1) long count();
            @Find @OrderBy("id") @Size(max = 1) List<Note> few();
            @Find @OrderBy("id") List<@Valid Note> right();
            @Find @OrderBy("id") List<Note> all();
            @Find CompletionStage<List<Note>> later(@NotBlank String title);
            @Transactional(Transactional.TxType.MANDATORY) default void needed(@NotBlank String title) {}
            @Transactional @Size(max = 1) default List<Note> keepAndTell(Note note) {
                keep(note);
                return all();
            }
        }
        """,
        "Anything: @ApplicationScoped class Anything {}"
    };

    private static final String TESTS =
            """
            private static final Note GOOD = new Note(1L, "title", 3);
            private static final Note BAD = new Note(2L, " ", 0);

            private static Set<String> violated(Callable<?> action) {
                return thrown(jakarta.validation.ConstraintViolationException.class, action)
                        .getConstraintViolations()
                        .stream()
                        .map(v -> v.getPropertyPath() + " " + v.getMessage())
                        .collect(Collectors.toCollection(TreeSet::new));
            }

            void arguments() {
                var notes = bean(Notes.class);
                same(Set.of("keep.one.title must not be blank", "keep.one.pages must be greater than or equal to 1"),
                        violated(() -> notes.keep(BAD)));
                same(4, violated(() -> notes.keepAll(List.of(BAD, BAD))).size());
                same(2, violated(() -> {
                    notes.change(List.of(GOOD, BAD));
                    return "";
                }).size());
                same(2, violated(() -> notes.insert(BAD)).size());
                same(Set.of("findByTitleIn.titles must not be empty"), violated(() -> notes.findByTitleIn(Set.of())));
                same(1, violated(() -> notes.findByTitleIn(Set.of("x", ""))).size());
                same(1, violated(() -> notes.later("")).size());
                same(List.of(), notes.all());
                same(GOOD, notes.keep(GOOD));
                same(List.of(GOOD), notes.findByTitleIn(Set.of("title")));
            }

            void whatNobodyMarksIsNotValidated() {
                var notes = bean(Notes.class);
                same(List.of(BAD), notes.insertAll(List.of(BAD)));
                same(BAD, notes.save(BAD));
                same(List.of(BAD), notes.all());
            }

            void argumentsComeBeforeTheTransaction() {
                var notes = bean(Notes.class);
                same(1, violated(() -> {
                    notes.needed("");
                    return "";
                }).size());
                thrown(dev.tenon.database.error.DatabaseException.class, () -> {
                    notes.needed("x");
                    return "";
                });
            }

            void results() {
                var notes = bean(Notes.class);
                notes.insertAll(List.of(GOOD));
                same(1L, notes.count());
                same(1, notes.few().size());
                same(1, notes.right().size());
                notes.insertAll(List.of(BAD));
                same(Set.of("count.<return value> must be less than or equal to 1"), violated(notes::count));
                same(1, violated(notes::few).size());
                same(2, violated(notes::right).size());
            }

            void resultsRollBack() {
                var notes = bean(Notes.class);
                same(1, notes.keepAndTell(GOOD).size());
                same(1, violated(() -> notes.keepAndTell(new Note(3L, "other", 1))).size());
                same(List.of(GOOD), notes.all());
            }
            """;

    @TempDir Path temp;

    private void run(String test) throws SQLException {
        var types = new String[TYPES.length];
        for (int i = 0; i < types.length; i++) {
            types[i] =
                    TYPES[i].replaceFirst(
                            ":",
                            ": import jakarta.validation.Valid; import"
                                    + " jakarta.validation.constraints.*;");
        }
        var plugin = RepositoryHost.plugin("Note.class", TESTS, types);
        try (var host = RepositoryHost.start(RealEngine.SQLITE, temp, plugin)) {
            host.run(test);
        }
    }

    @Test
    void argumentsAreValidatedAsTheMethodSays() throws SQLException {
        run("arguments");
    }

    @Test
    void whatNobodyMarksIsNotValidated() throws SQLException {
        run("whatNobodyMarksIsNotValidated");
    }

    @Test
    void argumentsAreValidatedBeforeATransactionBegins() throws SQLException {
        run("argumentsComeBeforeTheTransaction");
    }

    @Test
    void resultsAreValidatedAsTheMethodSays() throws SQLException {
        run("results");
    }

    @Test
    void aResultThatIsWrongRollsTheTransactionOfTheMethodBack() throws SQLException {
        run("resultsRollBack");
    }
}
