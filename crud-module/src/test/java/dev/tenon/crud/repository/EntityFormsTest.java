package dev.tenon.crud.repository;

import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What entities can consist of, written and read through repositories. */
class EntityFormsTest {

    private static final String[] TYPES = {
        """
        Person:
        @Entity class Person {
            @Id @GeneratedValue long id;
            private String name;
            @ManyToOne Person boss;
            @Embedded Address home;
            @ElementCollection @Column(length = 20) Set<String> tags = new HashSet<>();
            @ElementCollection List<Integer> marks = new ArrayList<>();
            @Transient String note = "kept";
            private Person() {}
            static Person of(String name, Person boss) {
                var person = new Person();
                person.name = name;
                person.boss = boss;
                return person;
            }
            String name() { return name; }
        }
        """,
        """
        Address:
        @Embeddable record Address(String street, @org.jspecify.annotations.Nullable Integer number) {}
        """,
        """
        Parcel:
        @Entity record Parcel(@Id @GeneratedValue UUID id, @ManyToOne Person receiver,
                Optional<Address> other, char size, byte[] label, Instant sent) {}
        """,
        """
        Cell:
        @Entity record Cell(@EmbeddedId Place place, String content) {}
        """,
        """
        Place:
        @Embeddable record Place(int x, int y) {}
        """,
        """
        People:
        @Repository interface People extends CrudRepository<Person, Long> {
            @Find Person called(String name);
            List<Person> findByHomeStreet(String street);
            @Query("where boss.name = ?1 order by name") List<Person> under(String name);
            @Find @OrderBy("name") List<Person> under(Person boss);
            @Find @OrderBy("name") List<Person> all();
        }
        """,
        """
        Parcels:
        @Repository interface Parcels extends CrudRepository<Parcel, UUID> {
            List<Parcel> findByReceiver(Person receiver);
            @Query("select receiver from Parcel order by sent") List<Person> receivers();
        }
        """,
        """
        Cells:
        @Repository interface Cells extends CrudRepository<Cell, Place> {
            @Find Optional<Cell> at(@By("place.x") int x, @By("place.y") int y);
        }
        """,
        """
        Anything:
        @ApplicationScoped class Anything {}
        """
    };

    private static final String TESTS =
            """
            void classesAreFilledInPlace() {
                var people = bean(People.class);
                var ada = Person.of("Ada", null);
                ada.home = new Address("Main Street", 3);
                ada.tags.addAll(List.of("x", "y"));
                ada.marks.addAll(List.of(3, 1, 3));
                same(true, people.insert(ada) == ada);
                same(true, ada.id > 0);
                var found = people.findById(ada.id).orElseThrow();
                same(ada.home, found.home);
                same(Set.of("x", "y"), found.tags);
                same(List.of(3, 1, 3), found.marks);
                same("kept", found.note);
                ada.tags.remove("x");
                ada.home = null;
                people.update(ada);
                found = people.findById(ada.id).orElseThrow();
                same(Set.of("y"), found.tags);
                same(null, found.home);
                ada.marks.clear();
                people.save(ada);
                same(List.of(), people.called("Ada").marks);
                people.delete(ada);
                same(0L, people.findAll().count());
            }

            void referencesAreObjects() {
                var people = bean(People.class);
                var eve = people.insert(Person.of("Eve", null));
                var bob = people.insert(Person.of("Bob", eve));
                var joe = people.insert(Person.of("Joe", bob));
                eve.boss = joe;
                people.update(eve);
                var all = people.all();
                same(true, all.get(0).boss == all.get(1));
                same(true, all.get(1).boss.boss.boss == all.get(1));
                same("Joe", people.under("Bob").getFirst().name());
                same("Joe", people.under(bob).getFirst().name());
                thrown(MappingException.class, () -> people.insert(Person.of("X", Person.of("Y", null))));
            }

            void recordsReferToClasses() {
                var people = bean(People.class);
                var parcels = bean(Parcels.class);
                var ann = people.insert(Person.of("Ann", null));
                var sent = Instant.parse("2026-01-02T03:04:05.000006Z");
                var parcel = parcels.insert(new Parcel(null, ann, Optional.of(new Address("Side Street", null)),
                        'L', new byte[] {1, 2}, sent));
                var found = parcels.findById(parcel.id()).orElseThrow();
                same("Ann", found.receiver().name());
                same(parcel.other(), found.other());
                same('L', found.size());
                same(sent, found.sent());
                same(true, Arrays.equals(new byte[] {1, 2}, found.label()));
                same(1, parcels.findByReceiver(ann).size());
                same("Ann", parcels.receivers().getFirst().name());
                parcels.saveAll(List.of(parcel, new Parcel(null, ann, Optional.empty(), 'S', new byte[0], sent)));
                same(2L, parcels.findAll().count());
                thrown(EntityExistsException.class, () -> parcels.insert(parcel));
            }

            void keysCanHaveSeveralColumns() {
                var cells = bean(Cells.class);
                var cell = cells.insert(new Cell(new Place(1, 2), "a"));
                same(cell, cells.findById(new Place(1, 2)).orElseThrow());
                same(cell, cells.at(1, 2).orElseThrow());
                cells.save(new Cell(new Place(1, 2), "b"));
                same("b", cells.findById(new Place(1, 2)).orElseThrow().content());
                cells.deleteById(new Place(1, 2));
                same(Optional.empty(), cells.at(1, 2));
            }
            """;

    @TempDir Path temp;

    private void run(RealEngine engine, String test) throws SQLException {
        var plugin = RepositoryHost.plugin("Person.class, Parcel.class, Cell.class", TESTS, TYPES);
        try (var host = RepositoryHost.start(engine, temp, plugin)) {
            host.run(test);
        }
    }

    @ParameterizedTest
    @EnumSource
    void objectsOfClassesAreFilledInPlace(RealEngine engine) throws SQLException {
        run(engine, "classesAreFilledInPlace");
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatReferToEachOtherBecomeObjectsThatDo(RealEngine engine) throws SQLException {
        run(engine, "referencesAreObjects");
    }

    @ParameterizedTest
    @EnumSource
    void recordsHoldReferencesAndEmbeddedObjects(RealEngine engine) throws SQLException {
        run(engine, "recordsReferToClasses");
    }

    @ParameterizedTest
    @EnumSource
    void keysCanHaveSeveralColumns(RealEngine engine) throws SQLException {
        run(engine, "keysCanHaveSeveralColumns");
    }

    @Test
    void aQueryComparesEmbeddedObjectsOfAnEntityThatNobodyReads() throws SQLException {
        var test =
                """
                void count() {
                    var homes = context.services().get(Homes.class);
                    same(0L, homes.at(new Address("Main Street", 3)));
                    homes.sessions().write(s -> s.execute(
                            "insert into person(id, name, home_street, home_number)"
                                    + " values (1, 'Ada', 'Main Street', 3)"));
                    same(1L, homes.at(new Address("Main Street", 3)));
                    same(0L, homes.at(new Address("Main Street", 4)));
                }
                """;
        var homes =
                """
                Homes:
                @Repository interface Homes {
                    @Query("select count(this) from Person where home = ?1") long at(Address home);
                    SessionFactory sessions();
                }
                """;
        var plugin = RepositoryHost.plugin("Person.class", test, TYPES[0], TYPES[1], homes);
        try (var host = RepositoryHost.start(RealEngine.SQLITE, temp, plugin)) {
            host.run("count");
        }
    }
}
