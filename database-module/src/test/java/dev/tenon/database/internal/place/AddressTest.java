package dev.tenon.database.internal.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as settings and hosting services give them. */
class AddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:sqlite:/x/y.db | jdbc:sqlite:/x/y.db | | ",
                "postgres://u:p@h/d | jdbc:postgresql://h/d | u | p",
                "postgresql://h:5433/d?ssl=true | jdbc:postgresql://h:5433/d?ssl=true | | ",
                "POSTGRES://u@h | jdbc:postgresql://h | u | ",
                "mysql://u:@h/d | jdbc:mysql://h/d | u | ''",
                "mariadb://u:a%40b%3A%2F+c:d@my_db:3306/d | jdbc:mariadb://my_db:3306/d | u | a@b:/+c:d",
                "postgres://h1:1,h2:2/d | jdbc:postgresql://h1:1,h2:2/d | | ",
                "postgres://u:p@[::1]:5432/d | jdbc:postgresql://[::1]:5432/d | u | p"
            })
    void anAddressIsOfJdbcAndMayNameUserAndPassword(
            String text, String jdbc, String user, String password) {
        assertThat(Address.of(text))
                .isEqualTo(
                        new Address(
                                jdbc, Optional.ofNullable(user), Optional.ofNullable(password)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data/x.db",
                "ftp://u:secret@h/d",
                "postgres:secret",
                "postgres://u:sec/ret@h/d",
                "postgres://u:sec#ret@h/d",
                "postgres://u:sec@ret@h/d",
                "postgres://u:secret/d",
                "postgres://u:se%ret@h/d"
            })
    void whatIsNoneIsRefusedWithoutATraceOfIt(String text) {
        assertThatThrownBy(() -> Address.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("secret", "ret", "sec");
    }

    @Test
    void anAddressPrintsNothingOfItself() {
        assertThat(Address.of("postgres://u:secret@h/d").toString()).doesNotContain("secret", "u");
    }
}
