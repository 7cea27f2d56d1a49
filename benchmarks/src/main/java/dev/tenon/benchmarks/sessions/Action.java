package dev.tenon.benchmarks.sessions;

/** What is done with a row; each is a method of {@link ItemBenchmark}. */
enum Action {
    SELECT("SELECT by key", "select"),
    INSERT("INSERT", "insert");

    private final String label;
    private final String method;

    Action(String label, String method) {
        this.label = label;
        this.method = method;
    }

    String label() {
        return label;
    }

    String method() {
        return method;
    }
}
