package dev.tenon.crud.repository;

import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What methods that return a stream or a future do within a transaction, and outside of one. */
class RepositoryTransactionsTest {

    private static final String[] TYPES = {
        """
        Note:
        @Entity record Note(@Id @GeneratedValue Long id, @Column(unique = true, length = 100) String title, Kind kind,
                @Version int version) {
            enum Kind { SHORT, LONG }
            static Note of(String title) {
                return new Note(null, title, Kind.SHORT, 0);
            }
        }
        """,
        """
        Notes:
        @Repository interface Notes extends CrudRepository<Note, Long> {
            @Insert CompletionStage<Note> addLater(Note note);
            @Query("delete from Note") CompletableFuture<Long> clearLater();
            @Query("select count(this)") CompletionStage<Long> countLater();
            @Query("select count(this)") long count();
            @Query("update Note set title = ?2 where title = ?1") long rename(String from, String to);
            @Query("update Note set title = ?2, version = version + 1 where title = ?1")
            long renameForAll(String from, String to);
            @Find @OrderBy("title") Stream<Note> stream();
            @Query("select kind order by title") Stream<Note.Kind> kinds();
            @Find Note called(@By("title") String title);
            SessionFactory sessions();
        }
        """,
        """
        Keeper:
        @ApplicationScoped class Keeper {
            @Transactional <T> T within(Callable<T> work) throws Exception {
                return work.call();
            }
        }
        """
    };

    private static final String TESTS =
            """
            <T> T within(Callable<T> work) throws Exception {
                return bean(Keeper.class).within(work);
            }

            static <T> T soon(CompletionStage<T> running) throws Exception {
                return running.toCompletableFuture().get(20, TimeUnit.SECONDS);
            }

            void asyncWritesAreRefused() {
                var notes = bean(Notes.class);
                for (var write : List.<Callable<?>>of(
                        () -> soon(notes.addLater(Note.of("a"))), () -> soon(notes.clearLater()))) {
                    for (var transaction : List.<Callable<?>>of(
                            () -> within(write), () -> notes.sessions().write(s -> write.call()))) {
                        var thrown = thrown(DataException.class, transaction);
                        var cause = (dev.tenon.database.error.DatabaseException) thrown.getCause();
                        same("DB-TXN-003", cause.code().code());
                        same(true, cause.getMessage().contains("without CompletionStage"));
                    }
                }
                same(0L, notes.count());
            }

            void asyncFailuresAreInTheStage() throws Exception {
                var notes = bean(Notes.class);
                notes.insert(Note.of("a"));
                var running = notes.addLater(Note.of("a"));
                var thrown = thrown(ExecutionException.class, () -> soon(running));
                same(true, thrown.getCause() instanceof DataException);
                same(2L, notes.count() + soon(notes.countLater()));
            }

            void asyncReadsSeeNothing() throws Exception {
                var notes = bean(Notes.class);
                same(0L, within(() -> {
                    notes.insert(Note.of("a"));
                    same(1L, notes.count());
                    return soon(notes.countLater());
                }));
                same(1L, soon(notes.countLater()));
            }

            void asyncWritesFollowTheCommit() throws Exception {
                var notes = bean(Notes.class);
                var running = new ArrayList<CompletionStage<Note>>();
                within(() -> notes.sessions().write(s -> {
                    s.afterCommit(() -> running.add(notes.addLater(Note.of("later"))));
                    return notes.insert(Note.of("now"));
                }));
                same("later", soon(running.getFirst()).title());
                same(2L, notes.count());
            }

            private void addOneThatCannotBeRead(Notes notes) {
                notes.insertAll(List.of(Note.of("a"), Note.of("b"), Note.of("c")));
                notes.sessions().write(s -> s.execute("update note set kind = 'ODD' where title = 'b'"));
            }

            void streamsAreLazyWithin() throws Exception {
                var notes = bean(Notes.class);
                notes.insertAll(List.of(Note.of("a"), Note.of("b")));
                var read = notes.stream();
                notes.deleteAll(notes.findAll().toList());
                same(List.of("a", "b"), read.map(Note::title).toList());
                addOneThatCannotBeRead(notes);
                thrown(MappingException.class, notes::stream);
                same("a", within(() -> {
                    try (var found = notes.stream()) {
                        return found.findFirst().orElseThrow().title();
                    }
                }));
            }

            void streamsThrowTheSame() throws Exception {
                var notes = bean(Notes.class);
                addOneThatCannotBeRead(notes);
                thrown(MappingException.class, notes::kinds);
                within(() -> {
                    try (var found = notes.stream(); var kinds = notes.kinds()) {
                        thrown(MappingException.class, found::toList);
                        thrown(MappingException.class, kinds::toList);
                    }
                    return "";
                });
                var kept = within(notes::stream);
                thrown(DataException.class, kept::toList);
            }

            void whatIsDoneWithARowThrowsItsOwn() throws Exception {
                var notes = bean(Notes.class);
                notes.insert(Note.of("a"));
                within(() -> {
                    try (var found = notes.stream()) {
                        thrown(dev.tenon.database.error.DatabaseException.class, () -> found
                                .map(n -> notes.sessions().writeAsync(WriteOptions.DEFAULT, s -> n))
                                .toList());
                    }
                    return "";
                });
            }

            void updatesByQueryLeaveTheVersion() {
                var notes = bean(Notes.class);
                var note = notes.insert(Note.of("a"));
                same(1L, notes.rename("a", "b"));
                same(0, notes.called("b").version());
                same(1, notes.update(note).version());
                same(1L, notes.renameForAll("a", "c"));
                thrown(OptimisticLockingFailureException.class,
                        () -> notes.update(new Note(note.id(), "d", Note.Kind.LONG, 1)));
            }
            """;

    @TempDir Path temp;

    private void run(RealEngine engine, String test) throws SQLException {
        var plugin = RepositoryHost.plugin("Note.class", TESTS, TYPES);
        try (var host = RepositoryHost.start(engine, temp, plugin)) {
            host.run(test);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatIsNoPartOfTheTransactionIsRefusedByTheCall(RealEngine engine)
            throws SQLException {
        run(engine, "asyncWritesAreRefused");
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsOnAnotherThreadIsInTheStage(RealEngine engine) throws SQLException {
        run(engine, "asyncFailuresAreInTheStage");
    }

    @ParameterizedTest
    @EnumSource
    void aReadOnAnotherThreadSeesNothingOfTheTransaction(RealEngine engine) throws SQLException {
        run(engine, "asyncReadsSeeNothing");
    }

    @ParameterizedTest
    @EnumSource
    void aWriteOnAnotherThreadMayFollowTheCommit(RealEngine engine) throws SQLException {
        run(engine, "asyncWritesFollowTheCommit");
    }

    @ParameterizedTest
    @EnumSource
    void aStreamIsReadCompletelyOutsideOfATransactionAndRowByRowWithin(RealEngine engine)
            throws SQLException {
        run(engine, "streamsAreLazyWithin");
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThrowsWhatTheMethodWouldThrow(RealEngine engine) throws SQLException {
        run(engine, "streamsThrowTheSame");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneWithARowOfAStreamThrowsItsOwn(RealEngine engine) throws SQLException {
        run(engine, "whatIsDoneWithARowThrowsItsOwn");
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateByAQueryDoesNotRaiseTheVersion(RealEngine engine) throws SQLException {
        run(engine, "updatesByQueryLeaveTheVersion");
    }
}
