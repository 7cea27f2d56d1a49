import org.jspecify.annotations.NullMarked;

/**
 * Serves the tables of modules: by name, and through Jakarta Data repositories.
 *
 * @provides dev.tenon.core.ModulePlugin offers the CRUD service
 * @provides dev.tenon.core.spi.ContainerContributor adds the repositories of a module to its beans
 * @provides dev.tenon.core.spi.PlanContributor finds wrong repository methods and marks of tables
 *     that are not there, and gives modules with a database a service of their own
 */
@NullMarked
// Weld's jars have no descriptors.
@SuppressWarnings("requires-automatic")
module dev.tenon.crud {
    requires transitive dev.tenon.database;
    requires transitive jakarta.data;
    requires transitive jakarta.validation;
    requires transitive org.jspecify;
    requires org.hibernate.validator;
    requires org.slf4j;
    // What interceptors of repositories are handed has to be of its type.
    requires weld.api;

    exports dev.tenon.crud;
    exports dev.tenon.crud.error;

    // The container calls the observer methods of the extension.
    opens dev.tenon.crud.internal.repository.bean to
            weld.core.impl;

    provides dev.tenon.core.ModulePlugin with
            dev.tenon.crud.internal.module.CrudModule;
    provides dev.tenon.core.spi.ContainerContributor with
            dev.tenon.crud.internal.repository.bean.RepositoryContributor;
    provides dev.tenon.core.spi.PlanContributor with
            dev.tenon.crud.internal.module.CrudPlans;
}
