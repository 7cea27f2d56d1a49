package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import jakarta.persistence.MappedSuperclass;

/** The columns that both of Hibernate's entities have: its entities cannot be records. */
@MappedSuperclass
abstract class HibernateRow {

    String title = "";
    String category = "";
    long price;
    long stock;

    final void set(Article article) {
        title = article.title();
        category = article.category();
        price = article.price();
        stock = article.stock();
    }
}
