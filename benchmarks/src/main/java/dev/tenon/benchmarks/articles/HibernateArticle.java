package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.handout.Article;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Hibernate's entity of {@code article}. */
@Entity
@Table(name = "article")
class HibernateArticle extends HibernateRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    static HibernateArticle of(Article article) {
        var row = new HibernateArticle();
        row.id = article.id();
        row.set(article);
        return row;
    }

    Article article() {
        return new Article(id, title, category, price, stock);
    }
}
