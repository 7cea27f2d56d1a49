package dev.tenon.benchmarks.handout;

/**
 * A row of the catalogue.
 *
 * @param id 0 before the database has given one
 * @param price in cents
 * @param stock how many there are
 */
public record Article(long id, String title, String category, long price, long stock) {

    /** Returns the same with another key. */
    public Article withId(long id) {
        return new Article(id, title, category, price, stock);
    }

    /** Returns where it stands in the order of the catalogue. */
    public Place place() {
        return new Place(price, id);
    }
}
