package dev.tenon.host.internal.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.core.error.HostException;
import dev.tenon.host.internal.error.ProgramError;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from the name of a new module, and which names it cannot have. */
class NewModuleTest {

    @ParameterizedTest
    @CsvSource({
        "acme.billing, acme, acme-billing, BillingModule, Billing",
        "billing, billing, billing, BillingModule, Billing",
        "com.acme.billing, com.acme, com-acme-billing, BillingModule, Billing",
        "acme.order_items, acme, acme-order_items, OrderItemsModule, Order items",
        "b2b.order66, b2b, b2b-order66, Order66Module, Order66",
        "acme.taxTables, acme, acme-taxTables, TaxTablesModule, TaxTables",
        "acme.a_, acme, acme-a_, AModule, A",
    })
    void everythingFollowsFromTheName(
            String name, String group, String artifact, String entryPoint, String title) {
        var module = module(name);

        assertThat(module.name()).isEqualTo(name);
        assertThat(module.packageName()).isEqualTo(name);
        assertThat(module.group()).isEqualTo(group);
        assertThat(module.artifact()).isEqualTo(artifact);
        assertThat(module.entryPoint()).isEqualTo(entryPoint);
        assertThat(module.title()).isEqualTo(title);
    }

    @Test
    void packageAndGroupCanBeGiven() {
        var module =
                NewModule.of("billing", Optional.of("com.acme.bill"), Optional.of("com.a-c_m3"));

        assertThat(module.packageName()).isEqualTo("com.acme.bill");
        assertThat(module.packagePath()).isEqualTo("com/acme/bill");
        assertThat(module.group()).isEqualTo("com.a-c_m3");
        assertThat(module.artifact()).isEqualTo("billing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "module.record", "with.to", "transitive", "acme.var"})
    void wordsThatAreNoKeywordsInANameCanBeUsed(String name) {
        assertThat(module(name).packageName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''               | words joined by dots
                    .acme            | Did you mean acme?
                    a..b             | Did you mean a.b?
                    acme-billing     | Did you mean acme.billing?
                    acme billing     | Did you mean acme.billing?
                    ../acme          | Did you mean acme?
                    acme.9lives      | beginning with a letter. Choose
                    _acme            | beginning with a letter. Choose
                    größe            | letters from A to Z
                    acme$x           | letters from A to Z
                    acme.class       | 'class' is a word of the language Java
                    true             | 'true' is a word of the language Java
                    java             | Names that begin with 'java' belong to Java.
                    java.acme        | Names that begin with 'java' belong to Java.
                    javax.acme       | Names that begin with 'javax' belong to Java.
                    jdk.acme         | Names that begin with 'jdk' belong to Java.
                    tenon            | Names that begin with 'tenon' belong to Tenon.
                    dev.tenon.acme   | Names that begin with 'dev.tenon' belong to Tenon.
                    org.slf4j        | The host itself has a module of this name.
                    org.slf4j.spi    | The module org.slf4j of the host has it already.
                    """)
    void aNameThatCannotBeUsedIsRefusedWithTheReason(String name, String reason) {
        assertThatThrownBy(() -> module(name))
                .asInstanceOf(InstanceOfAssertFactories.type(HostException.class))
                .returns(ProgramError.NAME_UNUSABLE, HostException::code)
                .extracting(HostException::getMessage, InstanceOfAssertFactories.STRING)
                .contains("'" + name + "'", reason);
    }

    @Test
    void thePackageAndTheGroupAreCheckedToo() {
        assertThatThrownBy(() -> NewModule.of("acme", Optional.of("acme.new"), Optional.empty()))
                .hasMessageContaining("The package 'acme.new'")
                .hasMessageContaining("'new' is a word");
        assertThatThrownBy(() -> NewModule.of("acme", Optional.empty(), Optional.of("com/acme")))
                .hasMessageContaining("The Maven group 'com/acme'");
    }

    @Test
    void aNameCannotSteerATerminal() {
        assertThatThrownBy(() -> module("a\u001b[2Jb")).message().doesNotContain("\u001b");
    }

    private static NewModule module(String name) {
        return NewModule.of(name, Optional.empty(), Optional.empty());
    }
}
