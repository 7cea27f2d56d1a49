package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorCode;

/** What can be wrong with a repository. It stands in the plan, before the module is started. */
public enum RepositoryError implements ErrorCode {
    NO_DATABASE(
            "DB-REP-001",
            "repository in a module without a database",
            "Declare a database with @Database on the class of the plugin."),
    UNKNOWN_ENTITY(
            "DB-REP-002",
            "repository of a class that is no entity",
            "Name the class in @Database(entities = …)."),
    OTHER_DATA_STORE(
            "DB-REP-003",
            "repository on another data store",
            "Leave dataStore out: the repositories of a module are on its own database."),
    UNREADABLE_PARENT(
            "DB-REP-004",
            "repository inherits from what is not in the module",
            "Put the interface into the module of the repository."),
    NO_MEANING(
            "DB-REP-005",
            "repository method says nothing",
            "Give the method an annotation of Jakarta Data, a name such as findByTitle, or a body."),
    SEVERAL_MEANINGS(
            "DB-REP-006", "repository method says several things", "Keep one of the annotations."),
    WRONG_PARAMETERS(
            "DB-REP-007",
            "repository method has wrong parameters",
            "Give the method the parameters that the message names."),
    WRONG_RESULT(
            "DB-REP-008",
            "repository method returns a wrong type",
            "Let the method return the type that the message names."),
    WRONG_QUERY(
            "DB-REP-009",
            "query of a repository method is wrong",
            "Correct the query as the message says."),
    NO_PARAMETER_NAMES(
            "DB-REP-010",
            "names of parameters are not in the class file",
            "Compile the module with -parameters, or name each parameter with @By or @Param."),
    NO_ENTITY(
            "DB-REP-011",
            "nothing says which entity is meant",
            "Let the repository extend DataRepository with its entity."),
    NO_INTERFACE(
            "DB-REP-012",
            "repository cannot be implemented",
            "Put @Repository on an interface that is not sealed.");

    private final String code;
    private final String title;
    private final String remedy;

    RepositoryError(String code, String title, String remedy) {
        this.code = code;
        this.title = title;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
