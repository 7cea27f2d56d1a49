package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** Spring Data's aggregate of {@code imported}. */
@Table("imported")
record SpringImported(@Id long id, String title, String category, long price, long stock) {

    static SpringImported of(Article article) {
        return new SpringImported(
                article.id(),
                article.title(),
                article.category(),
                article.price(),
                article.stock());
    }
}
