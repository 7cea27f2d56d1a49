package dev.tenon.benchmarks.handout;

/** A service by which a plugin gives away what it does through its repositories. */
public interface RepositorySource {

    /**
     * Returns a way to the catalogue.
     *
     * @param whenClosed run when it is closed
     */
    ArticleStore<?> store(Runnable whenClosed);
}
