package dev.tenon.database.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.Default;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SqliteDefaultsTest {

    private final SqliteDialect dialect = new SqliteDialect();

    @Test
    void theDefaultOfALongDecimalIsWrittenAsItsNumbersAre() {
        assertThat(expression("0", ColumnType.decimal(20, 2))).isEqualTo("'0.00'");
        assertThat(expression("-1.5", ColumnType.decimal(20, 2))).isEqualTo("'-1.50'");
        assertThat(expression("1E+3", ColumnType.decimal(30, 0))).isEqualTo("'1000'");
    }

    @Test
    void theDefaultOfAShortDecimalIsANumber() {
        assertThat(expression("1.5", ColumnType.decimal(8, 2))).isEqualTo("1.5");
    }

    private String expression(String number, ColumnType type) {
        return dialect.expression(new Default.Numeric(new BigDecimal(number)), type);
    }
}
