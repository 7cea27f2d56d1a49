package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.sql.Product;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Spring Data needs; the context brings the data source and the product. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(considerNestedRepositories = false)
class SpringBeans extends AbstractJdbcConfiguration {

    private final Product product;

    SpringBeans(Product product) {
        this.product = product;
    }

    @Bean
    NamedParameterJdbcOperations operations(DataSource pool) {
        return new NamedParameterJdbcTemplate(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    @Override
    public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
        return switch (product) {
            case SQLITE -> new SpringSqliteDialect();
            case POSTGRESQL -> super.jdbcDialect(operations);
        };
    }
}
