package {{package}};

import java.util.List;

/** A service that this module offers to the others. */
public interface Guestbook {

    /** Notes that somebody was here. */
    void sign(String name);

    /** Returns the names of all guests, the last one first. */
    List<String> guests();
}
