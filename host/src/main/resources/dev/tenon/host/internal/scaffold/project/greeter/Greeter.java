package {{package}};

/** A service that this module offers to the others. */
public interface Greeter {

    /** Returns a greeting for whoever has the name. */
    String greet(String name);
}
