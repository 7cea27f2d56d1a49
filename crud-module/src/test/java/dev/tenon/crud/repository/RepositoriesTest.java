package dev.tenon.crud.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleRelease;
import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Repositories of records and classes, on real databases. */
class RepositoriesTest {

    private static final String NOTE =
            """
            Note:
            @Entity record Note(@Id @GeneratedValue Long id, String title, Optional<String> body,
                    Kind kind, @Version int version) {
                enum Kind { SHORT, LONG }
                static Note of(String title) {
                    return new Note(null, title, Optional.empty(), Kind.SHORT, 0);
                }
                Note titled(String other) {
                    return new Note(id, other, body, kind, version);
                }
            }
            """;

    private static final String NOTES =
            """
            Notes:
            @Repository interface Notes extends CrudRepository<Note, Long> {
                @Override Optional<Note> findById(Long id);
                @Override void delete(Note note);
                @Find Note one(@jakarta.validation.constraints.NotNull String title);
                @Find Optional<Note> maybe(String title);
                @Find @OrderBy("title") List<Note> all();
                @Find @OrderBy("title") Note[] array();
                @Find @OrderBy("title") Iterable<Note> iterable();
                @Find @OrderBy("title") Stream<Note> stream();
                @Find CompletionStage<List<Note>> later(Order<Note> order);
                @Find CompletableFuture<Optional<Note>> laterOne(String title);
                @Query("select title order by title") List<String> titles();
                @Query("select version where title = ?1") int versionOf(String title);
                @Query("select body where title = :title") Optional<String> bodyOf(String title);
                @Query("select count(this)") long count();
                @Query("update Note set title = ?2 where title = ?1") int rename(String from, String to);
                @Query("delete from Note where title like :pattern") boolean deleteLike(String pattern);
                @Delete void deleteThose(Note.Kind kind);
                int countByKind(Note.Kind kind);
                boolean existsByTitle(String title);
                long deleteByTitle(String title);
                Note findFirstByTitleNotNullOrderByTitleDesc();
                @Find Page<Note> page(PageRequest request, Order<Note> order);
                @Find @OrderBy("title") CursoredPage<Note> behind(PageRequest request);
                @Insert void add(Note... notes);
                @Save Iterable<Note> keep(Iterable<Note> notes);
                @Insert CompletionStage<Note> addLater(Note note);
                SessionFactory sessions();
                default long counted() {
                    return sessions().read(s -> s.query("select count(*) from note").one(Long.class));
                }
                @Transactional default void addAndFail() {
                    insert(Note.of("not there"));
                    same(3L, count());
                    throw new IllegalStateException("no");
                }
                @Transactional default List<String> streamedTitles() {
                    try (var found = stream()) {
                        return found.map(Note::title).toList();
                    }
                }
                private static void same(long expected, long found) {
                    if (expected != found) {
                        throw new AssertionError(found);
                    }
                }
                static String hello() { return "hello"; }
                @Override String toString();
            }
            """;

    private static final String BEANS =
            """
            Shop:
            @ApplicationScoped class Shop {
                @Inject Notes notes;
                @Transactional void addTwoAndFail() {
                    notes.insert(Note.of("one"));
                    notes.insert(Note.of("two"));
                    throw new IllegalStateException("no");
                }
                @Transactional List<String> streamed() {
                    try (var found = notes.stream()) {
                        return found.map(Note::title).toList();
                    }
                }
                @Transactional boolean goesOnAfterNothing() {
                    try {
                        notes.one("nothing");
                        return false;
                    } catch (EmptyResultException e) {
                        notes.insert(Note.of("after nothing"));
                        return true;
                    }
                }
            }
            """;

    private static final String TESTS =
            """
            void keysAndVersionsComeBack() {
                var notes = bean(Notes.class);
                var first = notes.insert(Note.of("a"));
                same(0, first.version());
                var second = notes.update(first.titled("b"));
                same(1, second.version());
                same(second, notes.findById(first.id()).orElseThrow());
                thrown(OptimisticLockingFailureException.class, () -> notes.update(first));
                thrown(OptimisticLockingFailureException.class, () -> {
                    notes.delete(first);
                    return null;
                });
                var third = notes.save(second.titled("c"));
                same(2, third.version());
                thrown(OptimisticLockingFailureException.class, () -> notes.save(second));
                notes.delete(third);
                same(Optional.empty(), notes.findById(first.id()));
                thrown(OptimisticLockingFailureException.class, () -> notes.update(third));
                var saved = notes.save(Note.of("new"));
                same(saved, notes.one("new"));
            }

            void keysOfManyComeBackInTheirOrder() {
                var notes = bean(Notes.class);
                var made = IntStream.range(0, 2345).mapToObj(i -> Note.of("n" + i)).toList();
                var inserted = notes.insertAll(made);
                same(2345, inserted.size());
                same(2345L, notes.count());
                for (int i = 0; i < 2345; i++) {
                    same("n" + i, inserted.get(i).title());
                    same(inserted.get(i), notes.findById(inserted.get(i).id()).orElseThrow());
                }
                var changed = notes.updateAll(inserted.stream().map(n -> n.titled("x")).toList());
                same(2345, notes.rename("x", "y"));
                thrown(OptimisticLockingFailureException.class, () -> notes.updateAll(inserted));
                notes.deleteAll(changed);
                same(0L, notes.count());
            }

            void eachFormOfResult() throws Exception {
                var notes = bean(Notes.class);
                notes.add(Note.of("b"), Note.of("a"), Note.of("c"));
                var titles = List.of("a", "b", "c");
                same("a", notes.one("a").title());
                thrown(EmptyResultException.class, () -> notes.one("z"));
                same(Optional.empty(), notes.maybe("z"));
                same(titles, notes.all().stream().map(Note::title).toList());
                same(titles, Arrays.stream(notes.array()).map(Note::title).toList());
                var iterated = new ArrayList<String>();
                notes.iterable().forEach(n -> iterated.add(n.title()));
                same(titles, iterated);
                same(titles, notes.stream().map(Note::title).toList());
                same(titles, notes.titles());
                same("c", notes.later(Order.by(Sort.desc("title"))).toCompletableFuture().get().getFirst().title());
                same("b", notes.laterOne("b").get().orElseThrow().title());
                same(0, notes.versionOf("a"));
                same(Optional.empty(), notes.bodyOf("a"));
                same(3, notes.countByKind(Note.Kind.SHORT));
                same(true, notes.existsByTitle("a"));
                same("c", notes.findFirstByTitleNotNullOrderByTitleDesc().title());
                same(1L, notes.deleteByTitle("c"));
                same(false, notes.deleteLike("z%"));
                same(2L, notes.counted());
                notes.insert(Note.of("a"));
                thrown(NonUniqueResultException.class, () -> notes.one("a"));
                notes.deleteThose(Note.Kind.SHORT);
                same(0L, notes.count());
                same("later", notes.addLater(Note.of("later")).toCompletableFuture().get().title());
                same(1, IntStream.range(0, 1).map(i -> ((List<Note>) notes.keep(notes.all())).size()).sum());
                same(true, notes.equals(bean(Notes.class)));
                same("the repository sample.shop.Notes", notes.toString());
                thrown(NullPointerException.class, () -> notes.insert(null));
                thrown(NullPointerException.class, () -> notes.page(null, Order.by()));
                thrown(IllegalArgumentException.class, () -> notes.later(Order.by(Sort.asc("tittle"))));
            }

            void pages() {
                var notes = bean(Notes.class);
                notes.insertAll(IntStream.range(10, 35).mapToObj(i -> Note.of("n" + i)).toList());
                var order = Order.by(Sort.<Note>asc("title"));
                var page = notes.page(PageRequest.ofSize(10), order);
                same(25L, page.totalElements());
                same(true, page.hasNext());
                var last = notes.page(PageRequest.ofPage(3).size(10), order);
                same(5, last.numberOfElements());
                same(false, last.hasNext());
                same(25L, last.totalElements());
                same(25L, notes.page(PageRequest.ofPage(9).size(10), order).totalElements());
                same(false, notes.page(PageRequest.ofSize(5).withoutTotal(), order).hasTotals());
                var seen = new ArrayList<String>();
                var behind = notes.behind(PageRequest.ofSize(10).withoutTotal());
                while (true) {
                    behind.forEach(n -> seen.add(n.title()));
                    if (!behind.hasNext()) {
                        break;
                    }
                    behind = notes.behind(behind.nextPageRequest());
                }
                same(notes.titles(), seen);
                var before = notes.behind(behind.previousPageRequest());
                same("n20", before.content().getFirst().title());
                thrown(IllegalArgumentException.class, () -> notes.page(
                        PageRequest.ofSize(3).afterCursor(PageRequest.Cursor.forKey("n11")), order));
            }

            void transactionsAreJoined() {
                var shop = bean(Shop.class);
                var notes = bean(Notes.class);
                thrown(IllegalStateException.class, () -> {
                    shop.addTwoAndFail();
                    return null;
                });
                same(0L, notes.count());
                notes.insert(Note.of("here"));
                same(List.of("here"), shop.streamed());
                same(true, shop.goesOnAfterNothing());
                same(2L, notes.count());
                thrown(IllegalStateException.class, () -> {
                    notes.addAndFail();
                    return null;
                });
                same(2L, notes.count());
                same(List.of("after nothing", "here"), notes.streamedTitles());
            }

            void nothingIsLost() throws Exception {
                var notes = bean(Notes.class);
                var id = notes.insert(new Note(null, "0", Optional.empty(), Note.Kind.SHORT, 0)).id();
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    var all = new ArrayList<Future<?>>();
                    for (int i = 0; i < 50; i++) {
                        all.add(threads.submit(() -> {
                            while (true) {
                                var note = notes.findById(id).orElseThrow();
                                try {
                                    return notes.update(note.titled(
                                            String.valueOf(Integer.parseInt(note.title()) + 1)));
                                } catch (OptimisticLockingFailureException e) {
                                    Thread.onSpinWait();
                                }
                            }
                        }));
                    }
                    for (var one : all) {
                        one.get();
                    }
                }
                var note = notes.findById(id).orElseThrow();
                same("50", note.title());
                same(50, note.version());
            }
            """;

    @TempDir Path temp;

    private void run(RealEngine engine, String test) throws SQLException {
        var plugin = RepositoryHost.plugin("Note.class", TESTS, NOTE, NOTES, BEANS);
        try (var host = RepositoryHost.start(engine, temp, plugin)) {
            host.run(test);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysAndVersionsOfRecordsComeBackInACopy(RealEngine engine) throws SQLException {
        run(engine, "keysAndVersionsComeBack");
    }

    @ParameterizedTest
    @EnumSource
    void keysOfManyRowsComeBackInTheOrderOfTheRows(RealEngine engine) throws SQLException {
        run(engine, "keysOfManyComeBackInTheirOrder");
    }

    @ParameterizedTest
    @EnumSource
    void resultsComeInTheFormThatTheMethodReturns(RealEngine engine) throws SQLException {
        run(engine, "eachFormOfResult");
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreFoundByNumberAndBehindARow(RealEngine engine) throws SQLException {
        run(engine, "pages");
    }

    @ParameterizedTest
    @EnumSource
    void callsWithinATransactionArePartOfIt(RealEngine engine) throws SQLException {
        run(engine, "transactionsAreJoined");
    }

    @ParameterizedTest
    @EnumSource
    void ofFiftyUpdatesAtTheSameTimeNoneIsLost(RealEngine engine) throws SQLException {
        run(engine, "nothingIsLost");
    }

    @Test
    void aModuleWithoutBeansHasRepositoriesAsServices() throws SQLException {
        var test =
                """
                void services() {
                    var notes = context.services().get(Notes.class);
                    same("a", notes.insert(Note.of("a")).title());
                    same(1L, notes.count());
                    var thrown = thrown(IllegalStateException.class, () -> {
                        notes.addAndFail();
                        return null;
                    });
                    same(true, thrown.getMessage().contains("Give the module a bean"));
                    same(1L, notes.count());
                }
                """;
        var plugin = RepositoryHost.plugin("Note.class", test, NOTE, NOTES);
        try (var host = RepositoryHost.start(RealEngine.SQLITE, temp, plugin)) {
            host.run("services");
        }
    }

    @Test
    void aModuleThatIsInstalledAgainLeavesNothingOfTheOldOne() throws SQLException {
        var plugin = RepositoryHost.plugin("Note.class", TESTS, NOTE, NOTES, BEANS);
        try (var host = RepositoryHost.start(RealEngine.SQLITE, temp, plugin)) {
            host.run("eachFormOfResult");

            var report = host.host().upgrade(plugin.jar(temp.resolve("again.jar")));

            assertThat(report.released())
                    .singleElement()
                    .satisfies(r -> assertThat(r.holders()).isEmpty())
                    .matches(ModuleRelease::collected, "its class loader was collected");
            host.run("keysAndVersionsComeBack");
        }
    }
}
