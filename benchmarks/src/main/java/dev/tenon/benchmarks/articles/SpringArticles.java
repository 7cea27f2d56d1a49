package dev.tenon.benchmarks.articles;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

/** Spring Data's repository of {@code article}. */
interface SpringArticles extends ListCrudRepository<SpringArticle, Long> {

    List<SpringArticle> findByCategoryAndStockGreaterThan(
            String category, long stock, Pageable page);

    List<SpringArticle> findFirst50ByOrderByPriceAscIdAsc();

    /** Spring Data JDBC has no pages after a key. */
    @Query(
            "select id, title, category, price, stock from article"
                    + " where (price, id) > (:price, :id) order by price, id limit 50")
    List<SpringArticle> after(@Param("price") long price, @Param("id") long id);
}
