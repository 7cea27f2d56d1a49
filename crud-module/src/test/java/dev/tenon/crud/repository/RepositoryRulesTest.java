package dev.tenon.crud.repository;

import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of Jakarta Data that are easily overlooked, and what would be lost if they were. */
class RepositoryRulesTest {

    private static final String[] TYPES = {
        """
        Owner: @Entity record Owner(@Id @Column(length = 20) String name, int age) {}
        """,
        """
        Pet:
        @Entity class Pet {
            enum Size { BIG, SMALL, ALPHA }
            @Id @GeneratedValue Long id;
            String name;
            @ManyToOne Owner owner;
            @Embedded Spot spot;
            @Enumerated(EnumType.ORDINAL) Size size = Size.BIG;
            char mark = 'm';
            Instant born;
            @Version Instant changed;
            static Pet of(String name, Owner owner) {
                var pet = new Pet();
                pet.name = name;
                pet.owner = owner;
                return pet;
            }
        }
        """,
        """
        Spot:
        @Embeddable record Spot(@org.jspecify.annotations.Nullable String street,
                @org.jspecify.annotations.Nullable Integer number) {}
        """,
        """
        Owners: @Repository interface Owners extends CrudRepository<Owner, String> {}
        """,
        """
        Pets:
        @Repository interface Pets extends CrudRepository<Pet, Long> {
            @Delete long removeOf(@By("owner") Owner owner);
            @Find @OrderBy("name") List<Pet> all(PageRequest request);
            @Find @OrderBy("name") Page<Pet> counted(PageRequest request);
            @Find CursoredPage<Pet> behind(PageRequest request, Order<Pet> order);
            @Find List<Pet> sorted(Order<Pet> order);
            List<Pet> findByNameIn(Collection<String> names);
            long deleteByNameNotIn(List<String> names);
        }
        """,
        """
        Base:
        interface Base<T, K> {
            @Find @OrderBy("name") List<T> every();
            @Find Optional<T> get(@By("id(this)") K key);
            @Save T put(T one);
        }
        """,
        """
        Better:
        interface Better<T, K> extends Base<T, K> {
            @Override @Find @OrderBy(value = "name", descending = true) List<T> every();
            @Override default T put(T one) { throw new IllegalStateException("the better one"); }
        }
        """,
        """
        Both: @Repository interface Both extends Base<Owner, String>, Better<Owner, String> {}
        """,
        """
        Keeper:
        @ApplicationScoped class Keeper {
            @Inject CrudRepository<Owner, String> owners;
            @Inject DataRepository<Pet, Long> pets;
            String kept(String name) {
                owners.insert(new Owner(name, 3));
                return pets instanceof Pets ? owners.findById(name).orElseThrow().name() : "";
            }
        }
        """
    };

    private static final String TESTS =
            """
            List<String> names(Iterable<Pet> pets) {
                return StreamSupport.stream(pets.spliterator(), false).map(p -> p.name).toList();
            }

            void whatIsGivenByAttributeStays() {
                var pets = bean(Pets.class);
                var owners = bean(Owners.class);
                var ann = owners.insert(new Owner("Ann", 3));
                pets.insertAll(List.of(Pet.of("a", ann), Pet.of("b", null)));
                same(1L, pets.removeOf(ann));
                same(Optional.of(ann), owners.findById("Ann"));
                same(List.of("b"), names(pets.findAll().toList()));
            }

            void noListIsNotAnEmptyList() {
                var pets = bean(Pets.class);
                pets.insert(Pet.of("a", null));
                thrown(NullPointerException.class, () -> pets.deleteByNameNotIn(null));
                same(List.of("a"), names(pets.findByNameIn(Arrays.asList("a", null))));
                same(List.of(), pets.findByNameIn(List.of()));
                same(1L, pets.deleteByNameNotIn(List.of()));
            }

            void nullIsRefused() {
                var pets = bean(Pets.class);
                thrown(NullPointerException.class, () -> pets.findById(null));
                thrown(NullPointerException.class, () -> {
                    pets.deleteById(null);
                    return "";
                });
                thrown(NullPointerException.class, () -> pets.findAll(null, Order.by()));
                thrown(NullPointerException.class, () -> pets.findAll(PageRequest.ofSize(3), null));
                thrown(NullPointerException.class, () -> pets.insert(null));
                thrown(NullPointerException.class,
                        () -> pets.saveAll(Arrays.asList(Pet.of("a", null), null)));
                same(0L, pets.findAll().count());
                same(List.of(), pets.insertAll(List.of()));
            }

            void listsDoNotBeginBehindARow() {
                var pets = bean(Pets.class);
                var before = PageRequest.ofSize(2).beforeCursor(PageRequest.Cursor.forKey("c"));
                thrown(IllegalArgumentException.class, () -> pets.all(before));
                thrown(IllegalArgumentException.class, () -> pets.counted(before));
            }

            void thereIsNothingBehindTheEnd() {
                var pets = bean(Pets.class);
                pets.insert(Pet.of("a", null));
                var page = pets.counted(PageRequest.ofPage(Long.MAX_VALUE).size(10));
                same(List.of(), page.content());
                same(1L, page.totalElements());
            }

            void theMethodThatOverridesCounts() {
                var both = bean(Both.class);
                bean(Owners.class).insertAll(List.of(new Owner("a", 1), new Owner("b", 2)));
                same(List.of("b", "a"), both.every().stream().map(Owner::name).toList());
                same("a", both.get("a").orElseThrow().name());
                thrown(IllegalStateException.class, () -> both.put(new Owner("c", 3)));
            }

            void injectedByWhatItExtends() {
                same("Ann", bean(Keeper.class).kept("Ann"));
            }

            void eachRowIsOnOnePage() {
                var owners = bean(Owners.class)
                        .insertAll(List.of(new Owner("x", 1), new Owner("y", 2)));
                var pets = bean(Pets.class);
                for (int i = 0; i < 9; i++) {
                    var pet = Pet.of("n" + i, i % 3 == 0 ? null : owners.get(i % 3 - 1));
                    pet.size = Pet.Size.values()[i / 3];
                    pet.mark = (char) ('a' + i % 4);
                    pet.spot = i % 3 == 0 ? null : new Spot("s" + i % 2, i % 2 == 0 ? null : i);
                    pet.born = Instant.parse("2020-01-01T00:00:00.123456789Z").plusNanos(i * 900L);
                    pets.insert(pet);
                }
                for (var key : List.of("owner", "size", "mark", "spot.street", "spot.number", "born",
                        "changed", "owner.age", "owner.name")) {
                    paged(pets, Order.by(Sort.asc(key), Sort.asc("id")));
                    paged(pets, Order.by(Sort.desc(key), Sort.asc("id")));
                }
            }

            private void paged(Pets pets, Order<Pet> order) {
                var expected = names(pets.sorted(order));
                same(9, expected.size());
                var seen = new ArrayList<String>();
                var page = pets.behind(PageRequest.ofSize(2), order);
                seen.addAll(names(page));
                while (page.hasNext()) {
                    page = pets.behind(page.nextPageRequest(), order);
                    seen.addAll(names(page));
                }
                same(expected, seen);
                var back = new ArrayList<>(names(page));
                while (page.hasPrevious()) {
                    page = pets.behind(page.previousPageRequest(), order);
                    back.addAll(0, names(page));
                }
                same(expected, back);
            }
            """;

    @TempDir Path temp;

    private void run(RealEngine engine, String test) throws SQLException {
        var plugin = RepositoryHost.plugin("Owner.class, Pet.class", TESTS, TYPES);
        try (var host = RepositoryHost.start(engine, temp, plugin)) {
            host.run(test);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntityThatIsTheValueOfAnAttributeIsNotDeletedItself(RealEngine engine)
            throws SQLException {
        run(engine, "whatIsGivenByAttributeStays");
    }

    @ParameterizedTest
    @EnumSource
    void nullInThePlaceOfAListDeletesNothing(RealEngine engine) throws SQLException {
        run(engine, "noListIsNotAnEmptyList");
    }

    @ParameterizedTest
    @EnumSource
    void theMethodsOfJakartaDataTakeNoNull(RealEngine engine) throws SQLException {
        run(engine, "nullIsRefused");
    }

    @ParameterizedTest
    @EnumSource
    void onlyCursoredPagesBeginBehindARow(RealEngine engine) throws SQLException {
        run(engine, "listsDoNotBeginBehindARow");
    }

    @ParameterizedTest
    @EnumSource
    void aPageFarBehindTheEndIsEmpty(RealEngine engine) throws SQLException {
        run(engine, "thereIsNothingBehindTheEnd");
    }

    @ParameterizedTest
    @EnumSource
    void aMethodThatOverridesIsMeantWhereverItIsInherited(RealEngine engine) throws SQLException {
        run(engine, "theMethodThatOverridesCounts");
    }

    @ParameterizedTest
    @EnumSource
    void repositoriesAreInjectedByTheInterfacesThatTheyExtend(RealEngine engine)
            throws SQLException {
        run(engine, "injectedByWhatItExtends");
    }

    @ParameterizedTest
    @EnumSource
    void pagesForwardAndBackwardHoldEachRowOnce(RealEngine engine) throws SQLException {
        run(engine, "eachRowIsOnOnePage");
    }
}
