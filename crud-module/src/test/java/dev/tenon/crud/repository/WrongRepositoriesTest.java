package dev.tenon.crud.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Problem;
import dev.tenon.core.host.Host;
import dev.tenon.crud.error.RepositoryError;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with repositories stands in the plan, before anything of the module runs. */
class WrongRepositoriesTest {

    private static final String NOTE =
            "Note: @Entity record Note(@Id Long id, String title, int pages) {}";

    private static final String STRANGER = "Stranger: class Stranger {}";

    @TempDir Path temp;

    private List<Problem> problems(PluginSource plugin) {
        var _ = plugin.jar(temp.resolve("plugins").resolve("shop.jar"));
        try (var host =
                Host.builder()
                        .plugins(temp.resolve("plugins"))
                        .setting("tenon.database.path", temp.resolve("data").toString())
                        .start()) {
            return host.plan().modules().stream()
                    .filter(m -> m.info().name().equals("sample.shop"))
                    .flatMap(m -> m.problems().stream())
                    .toList();
        }
    }

    private Problem problem(String repository) {
        var problems =
                problems(
                        RepositoryHost.plugin(
                                "Note.class",
                                "",
                                NOTE,
                                STRANGER,
                                "Notes: @Repository " + repository));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    void keep(Note note); | NO_MEANING | says nothing that a repository could do. It has no annotation of Jakarta Data, and its name begins with none of find, count, exists and delete. Annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, name it like findByTitle, or give it a body.
                    Note getByTitle(String title); | NO_MEANING | says nothing that a repository could do. It has no annotation of Jakarta Data, and its name begins with none of find, count, exists and delete. Annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, name it findByTitle, or give it a body.
                    List<Note> readAllByTitleOrderByPages(String title); | NO_MEANING | says nothing that a repository could do. It has no annotation of Jakarta Data, and its name begins with none of find, count, exists and delete. Annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, name it findAllByTitleOrderByPages, or give it a body.
                    void removeByPages(int pages); | NO_MEANING | says nothing that a repository could do. It has no annotation of Jakarta Data, and its name begins with none of find, count, exists and delete. Annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, name it deleteByPages, or give it a body.
                    Note getByHeading(String heading); | NO_MEANING | says nothing that a repository could do. It has no annotation of Jakarta Data, and its name begins with none of find, count, exists and delete. Annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, name it like findByTitle, or give it a body.
                    @Query("where title = ?1") default Note one(String title) { return null; } | SEVERAL_MEANINGS | has a body and @Query. Each of them says what it does. Remove the body, or the annotation.
                    @Insert void add(Stream<Note> notes); | WRONG_PARAMETERS | has @Insert and a parameter Stream<Note>. What is written is one object, or all that are in an array or a collection. Let the parameter be Note, Note[] or List<Note>.
                    @Save void add(List<Optional<Note>> notes); | WRONG_PARAMETERS | has @Save and a parameter List<Optional<Note>>. What is written is one object, or all that are in an array or a collection. Let the parameter be Note, Note[] or List<Note>.
                    @Insert @Save void keep(Note note); | SEVERAL_MEANINGS | has @Insert and @Save. Each of them says what it does. Keep one of them.
                    @Insert void add(Note note, int more); | WRONG_PARAMETERS | has @Insert and 2 parameters. It writes what one parameter holds. Give it one parameter: an entity, an array or a List of it.
                    @Insert void add(Stranger stranger); | UNKNOWN_ENTITY | writes Stranger, which is no entity of the module. The entities of the module are: Note. Give it one of them, or name Stranger.class in @Database(entities = …).
                    @Insert int add(Note note); | WRONG_RESULT | returns int. A method that writes returns what it is given, as it is written. Let it return void, Note.
                    @Insert Note add(List<Note> notes); | WRONG_RESULT | returns Note. A method that writes returns what it is given, as it is written. Let it return void, List<Note>.
                    @Delete Note remove(Note note); | WRONG_RESULT | returns Note. What is deleted is not returned. Let it return void.
                    @Find String one(String title); | WRONG_RESULT | returns String. Its query gives Note. Let it return Note, Optional<Note>, List<Note>, Note[], Stream<Note>, or with a PageRequest Page<Note>.
                    @Find void none(String title); | WRONG_RESULT | returns void. Its query gives Note. Let it return Note, Optional<Note>, List<Note>, Note[], Stream<Note>, or with a PageRequest Page<Note>.
                    @Query("select pages") List<Long> all(); | WRONG_RESULT | returns List<Long>. Its query gives int. Let it return int, Optional<Integer>, List<Integer>, int[], Stream<Integer>, or with a PageRequest Page<Integer>.
                    String countByTitle(String title); | WRONG_RESULT | returns String. It counts rows. Let it return long, int.
                    long existsByTitle(String title); | WRONG_RESULT | returns long. It asks whether there is a row. Let it return boolean.
                    @Delete Note remove(String title); | WRONG_RESULT | returns Note. It changes rows, and can tell how many. Let it return void, long, int, boolean (whether there was one).
                    @Find Page<Note> page(String title); | WRONG_PARAMETERS | returns Page<Note> and has no parameter PageRequest. Nothing says which page is wanted. Add a parameter of type PageRequest, or return a List.
                    @Find CursoredPage<Note> page(PageRequest page); | WRONG_PARAMETERS | returns CursoredPage<Note> and sorts by nothing. A page begins behind a row of a sorted result. Add @OrderBy, or a parameter of type Order, whose attributes are together unique.
                    @Query("select title") CursoredPage<String> page(PageRequest page, Order<Note> order); | WRONG_RESULT | returns CursoredPage<String>. A cursor consists of attributes of the entity, which it does not return. Let it return Page<String>.
                    @Find Note one(String title, Limit limit); | WRONG_PARAMETERS | has parameters that sort or limit, and returns Note. Only what can be several results is sorted and limited. Remove them, or return a List, an array, a Stream or a Page.
                    @Find List<Note> all(Limit limit, String title); | WRONG_PARAMETERS | has a parameter for its query behind one that sorts or limits. Parameters of type Limit, PageRequest, Sort and Order are the last. Move them to the end.
                    @Find List<Note> all(Limit limit, PageRequest page); | WRONG_PARAMETERS | has several parameters of type Limit or PageRequest. Each of them says which results are wanted. Keep one of them.
                    List<Note> findFirst3ByTitle(String title, Limit limit); | WRONG_PARAMETERS | finds the first 3, and has a parameter Limit or PageRequest. Both say how many results are wanted. Leave First out of the name, or remove the parameter.
                    """)
    void aWrongMethodIsToldWithTheNearestRightForm(
            String method, RepositoryError code, String message) {
        var problem =
                problem("interface Notes extends DataRepository<Note, Long> { " + method + " }");

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message())
                .startsWith("The method ")
                .contains("of the repository sample.shop.Notes " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    List<Note> findByTittle(String title); | title
                    @Find List<Note> all(String tittle); | title
                    @Find @OrderBy("tittle") List<Note> all(); | title
                    @Query("where tittle = ?1") List<Note> all(String title); | title
                    @Query("where title = ?1") List<Note> all(int title); | String
                    @Query("wher title = ?1") List<Note> all(String title); | where
                    """)
    void aWrongQueryIsToldWithWhatWasMeant(String method, String meant) {
        var problem =
                problem("interface Notes extends DataRepository<Note, Long> { " + method + " }");

        assertThat(problem.code()).isEqualTo(RepositoryError.WRONG_QUERY);
        assertThat(problem.fact()).contains("of the repository sample.shop.Notes");
        assertThat(problem.message()).containsIgnoringCase(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class Notes {} | a class
                    abstract class Notes implements CrudRepository<Note, Long> {} | a class
                    record Notes(int a) {} | a record
                    enum Notes { ONE } | an enum
                    @interface Notes {} | an annotation
                    sealed interface Notes { final class Only implements Notes {} } | a sealed interface
                    """)
    void whatCannotBeImplementedIsNoRepository(String type, String kind) {
        assertThat(problem(type).toString())
                .isEqualTo(
                        "DB-REP-012: The repository sample.shop.Notes of the module sample.shop is "
                                + kind
                                + ". @Repository asks for an implementation, which only an interface"
                                + " that is not sealed can be given. Make it such an interface, or"
                                + " remove @Repository from it.");
    }

    @Test
    void whatIsForAnotherProviderMayBeAClass() {
        var problems =
                problems(
                        RepositoryHost.plugin(
                                "Note.class",
                                "",
                                NOTE,
                                "Notes: @Repository(provider = \"Other\") class Notes {}"));

        assertThat(problems).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var problems =
                problems(
                        RepositoryHost.plugin(
                                "Note.class",
                                "",
                                NOTE,
                                "Notes: @Repository interface Notes extends DataRepository<Note, Long>"
                                        + " { void a(); void b(); @Find String c(); }",
                                "Others: @Repository interface Others { void d(); }"));

        assertThat(problems).hasSize(4);
    }

    @Test
    void aRepositoryOfWhatIsNoEntityIsAProblem() {
        var problem = problem("interface Notes extends CrudRepository<Stranger, Long> {}");

        assertThat(problem.toString())
                .isEqualTo(
                        "DB-REP-002: The repository sample.shop.Notes is one of sample.shop.Stranger,"
                                + " which is no entity of the module. The entities of the module are:"
                                + " Note. Name Stranger.class in @Database(entities = …) on the class"
                                + " of the plugin.");
    }

    @Test
    void aMethodThatTellsNoEntityNeedsARepositoryThatDoes() {
        var problem = problem("interface Notes { long countByTitle(String title); }");

        assertThat(problem.code()).isEqualTo(RepositoryError.NO_ENTITY);
    }

    @Test
    void theDataStoreIsTheDatabaseOfTheModule() {
        var problem =
                problems(
                                RepositoryHost.plugin(
                                        "Note.class",
                                        "",
                                        NOTE,
                                        "Notes: @Repository(dataStore = \"other\") interface Notes {}",
                                        "Own: @Repository(dataStore = \"shop\") interface Own {}"))
                        .getFirst();

        assertThat(problem.toString())
                .isEqualTo(
                        "DB-REP-003: The repository sample.shop.Notes is to be on the data store"
                                + " other. The database of its module is called shop. Remove"
                                + " dataStore, or write dataStore = \"shop\".");
    }

    @Test
    void repositoriesOfOtherEntitiesAreLeftAlone() {
        var problems =
                problems(
                        RepositoryHost.plugin(
                                "Note.class",
                                "",
                                NOTE,
                                "Kept: @jakarta.data.spi.EntityDefining"
                                        + " @java.lang.annotation.Retention("
                                        + "java.lang.annotation.RetentionPolicy.RUNTIME)"
                                        + " @interface Kept {}",
                                "Page: @Kept class Page {}",
                                "Pages: @Repository interface Pages extends"
                                        + " DataRepository<sample.shop.Page, Long> { void a(); }"));

        assertThat(problems).isEmpty();
    }

    @Test
    void repositoriesOfOtherProvidersAreLeftAlone() {
        var problems =
                problems(
                        RepositoryHost.plugin(
                                "Note.class",
                                "",
                                NOTE,
                                "Notes: @Repository(provider = \"Other\") interface Notes { void a(); }"));

        assertThat(problems).isEmpty();
    }

    @Test
    void aModuleWithRepositoriesNeedsADatabase() {
        var plugin =
                PluginSource.module("sample.shop", "1.0")
                        .descriptor(
                                "requires dev.tenon.crud; provides dev.tenon.core.ModulePlugin with"
                                        + " sample.shop.Main;")
                        .source(
                                "sample.shop.Main",
                                "package sample.shop; public class Main implements"
                                        + " dev.tenon.core.ModulePlugin {}")
                        .source(
                                "sample.shop.Notes",
                                "package sample.shop; @jakarta.data.repository.Repository interface"
                                        + " Notes {}");

        assertThat(problems(plugin))
                .singleElement()
                .hasToString(
                        "DB-REP-001: The module sample.shop has the repository sample.shop.Notes and"
                                + " no database. Its plugin class sample.shop.Main has no annotation"
                                + " @Database. Add @Database(name = …, entities = …) to it.");
    }
}
