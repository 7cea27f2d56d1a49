package dev.tenon.database.transaction;

import static dev.tenon.database.fixture.HostFolder.ITEM;
import static dev.tenon.database.fixture.HostFolder.SHOWS_ITS_SESSIONS;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.plugin;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static dev.tenon.database.fixture.HostFolder.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.fixture.HostFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Transactional} on the beans of a module, see Jakarta Transactions 2.0, section 3.7. */
class TransactionalTest {

    @TempDir static Path temp;
    private static Host host;

    @BeforeAll
    static void start() {
        var folder = new HostFolder(temp);
        folder.with(
                plugin(
                                "sample.a",
                                "1.0",
                                "@Database(name = \"a\", entities = Main.Item.class)",
                                ITEM + SHOWS_ITS_SESSIONS + TransactionalBeans.OFFER)
                        .source("sample.a.Outer", type("sample.a", TransactionalBeans.OUTER))
                        .source("sample.a.Inner", type("sample.a", TransactionalBeans.INNER))
                        .source("sample.a.Strict", type("sample.a", TransactionalBeans.CLASS_LEVEL))
                        .source("sample.a.Cases", type("sample.a", TransactionalBeans.CASES)));
        host = folder.host().start();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @BeforeEach
    void clear() {
        var _ = sessions(host, "sample.a").write(s -> s.execute("delete from item"));
    }

    private static Object run(String name) throws Exception {
        System.setProperty("tenon.test.case", name);
        return host.services().get(ServiceKey.of(Callable.class, "case")).call();
    }

    private static ThrowingCallable running(String name) {
        return () -> run(name);
    }

    private static void refused(String name, DatabaseError error, String... parts) {
        assertThatThrownBy(running(name))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.code()).as("%s", e).isEqualTo(error))
                .message()
                .contains(parts);
    }

    private static void holds(String... names) {
        assertThat(names(sessions(host, "sample.a"))).containsExactly(names);
    }

    @Test
    void whatMethodsWriteIsCommittedTogether() throws Exception {
        assertThat(run("commits")).isEqualTo("done");
        holds("inner", "outer");
    }

    @Test
    void aReadWithinSeesWhatWasWritten() throws Exception {
        assertThat(run("sees its own")).isEqualTo(1L);
    }

    @Test
    void anotherThreadIsNotPartOfIt() throws Exception {
        assertThat(run("nobody else sees it")).isEqualTo(0L);
        holds("outer");
    }

    @Test
    void uncheckedExceptionsAndErrorsRollBack() {
        assertThatThrownBy(running("unchecked")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(running("error")).isInstanceOf(AssertionError.class);
        holds();
    }

    @Test
    void checkedExceptionsDoNot() {
        assertThatThrownBy(running("checked")).isInstanceOf(IOException.class);
        holds("outer");
    }

    @Test
    void theAnnotationMaySayOtherwise() {
        assertThatThrownBy(running("rollbackOn")).isInstanceOf(IOException.class);
        holds();
        assertThatThrownBy(running("dontRollbackOn")).hasMessage("excepted");
        holds("outer");
    }

    @Test
    void whatAnInnerMethodThrowsRollsTheWholeBack() {
        assertThatThrownBy(running("inner unchecked")).hasMessage("unlucky");
        holds();
    }

    @Test
    void aCheckedExceptionOfAnInnerMethodRollsNothingBack() throws Exception {
        assertThatThrownBy(running("inner checked")).isInstanceOf(IOException.class);
        holds("inner", "outer");
    }

    @Test
    void whatAnInnerMethodHasFailedWithIsNotCommittedThoughItWasCaught() {
        refused(
                "inner caught",
                DatabaseError.ROLLED_BACK,
                "sample.a.Outer.required",
                "IllegalStateException: unlucky");
        holds();
    }

    @Test
    void aCheckedExceptionThatWasCaughtHarmsNothing() throws Exception {
        assertThat(run("inner checked caught")).isEqualTo("caught");
        holds("inner", "outer");
    }

    @Test
    void whatWasToBeRolledBackIsSoThoughTheMethodEndsWithACheckedException() {
        assertThatThrownBy(running("inner caught, then checked")).isInstanceOf(IOException.class);
        holds();
    }

    @Test
    void aJoinedWorkThatFailedKeepsTheWholeFromBeingCommitted() {
        refused("joined statement caught", DatabaseError.ROLLED_BACK, "DB-VAL-001");
        holds();
    }

    @Test
    void aNewTransactionIsRefusedWithinAnotherAndBothAreNamed() throws Exception {
        assertThat(run("requires new")).isEqualTo("done");
        holds("outer");
        clear();

        for (var name :
                new String[] {"requires new within", "requires new within not supported within"}) {
            refused(
                    name,
                    DatabaseError.NESTED_WRITE,
                    "sample.a.Inner.requiresNew",
                    "sample.a.Outer.required");
            holds();
        }
    }

    @Test
    void aTransactionWithinAWriteIsRefusedAndThePlacesAreNamed() {
        refused("required within a write", DatabaseError.NESTED_WRITE, "sample.a.Cases.");
        holds();
    }

    @Test
    void anAsynchronousWriteWithinIsRefusedAndThePlacesAreNamed() {
        for (var name :
                new String[] {
                    "writes asynchronously within", "writes asynchronously in not supported within"
                }) {
            refused(
                    name,
                    DatabaseError.NESTED_WRITE,
                    "An asynchronous write to a at ",
                    "sample.a.Cases.addSoon",
                    "stands within a write at ",
                    "sample.a.Outer.required",
                    "is no part of the transaction",
                    "afterCommit");
            holds();
        }
    }

    @Test
    void anAsynchronousWriteMayFollowTheCommit() throws Exception {
        assertThat(run("writes asynchronously after the commit")).isEqualTo(1L);
        holds("outer", "soon");
    }

    @Test
    void anAsynchronousReadWithinSeesNothingOfIt() throws Exception {
        assertThat(run("reads asynchronously within")).isEqualTo(0L);
        holds("outer");
    }

    @Test
    void aMandatoryTransactionHasToBeThere() throws Exception {
        refused("mandatory", DatabaseError.TRANSACTION_MISSING, "sample.a.Inner.mandatory");
        assertThat(run("mandatory within")).isEqualTo("done");
        holds("inner", "outer");
    }

    @Test
    void aMethodThatSupportsTransactionsDoesWithout() {
        assertThatThrownBy(running("supports")).hasMessage("unlucky");
        holds("inner");
        clear();
        assertThatThrownBy(running("supports within")).hasMessage("unlucky");
        holds();
    }

    @Test
    void aMethodThatDoesNotSupportTransactionsSeesNothingOfThem() throws Exception {
        assertThat(run("not supported within")).isEqualTo(0L);
        holds("outer");
    }

    @Test
    void aMethodThatIsNeverWithinATransactionRefusesIt() throws Exception {
        assertThat(run("never")).isEqualTo("done");
        holds("inner");
        clear();
        refused("never within", DatabaseError.TRANSACTION_THERE, "sample.a.Inner.never");
        holds();
    }

    @Test
    void aBeanThatCallsItselfIsNotIntercepted() {
        assertThatThrownBy(running("self")).hasMessage("unlucky");
        holds("outer");
    }

    @Test
    void theAnnotationOfTheClassHoldsWhereTheMethodHasNone() {
        refused("class level", DatabaseError.TRANSACTION_MISSING, "sample.a.Strict.mandatory");
        assertThatCode(running("method before class")).doesNotThrowAnyException();
    }

    @Test
    void whatIsToFollowTheCommitOfAJoinedSessionFollowsThatOfTheWhole() throws Exception {
        assertThat(run("after commit")).isEqualTo("end of the method, after the commit: 1");
        clear();
        assertThat(run("after commit of what is rolled back")).isEqualTo("[]");
    }

    @Test
    void aSessionIsOverWithItsTransaction() {
        refused("session after the method", DatabaseError.SESSION_OVER, "DB-TXN-010");
        holds("outer");
    }
}
