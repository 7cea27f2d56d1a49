package dev.tenon.host.internal.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing, and leaves it as it is. */
interface Check {

    Group group();

    /** Returns the name of what is looked at, in a word or two. */
    String name();

    /** Returns what is the case; at least one finding. */
    List<Finding> look() throws IOException;
}
