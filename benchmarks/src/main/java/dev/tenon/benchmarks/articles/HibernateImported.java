package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Hibernate's entity of {@code imported}. */
@Entity
@Table(name = "imported")
class HibernateImported extends HibernateRow {

    @Id long id;

    static HibernateImported of(Article article) {
        var row = new HibernateImported();
        row.id = article.id();
        row.set(article);
        return row;
    }
}
