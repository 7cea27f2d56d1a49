package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Spring Data's aggregate of {@code article}.
 *
 * @param id 0 before the database has given one, by which Spring Data knows a new one
 */
@Table("article")
record SpringArticle(@Id long id, String title, String category, long price, long stock) {

    static SpringArticle of(Article article) {
        return new SpringArticle(
                article.id(),
                article.title(),
                article.category(),
                article.price(),
                article.stock());
    }

    Article article() {
        return new Article(id, title, category, price, stock);
    }
}
