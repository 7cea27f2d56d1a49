import org.jspecify.annotations.NullMarked;

/**
 * Measures Tenon: the runtime image as whole processes, the framework as a library, sessions
 * against JDBC and other libraries.
 *
 * <p>Each topic has a package with its command, what it measures, and the record of its figures;
 * {@code measure}, {@code plugins}, {@code report} {@code sql} and {@code articles} serve several
 * of them, and {@code handout} is what plugins made for a benchmark see of it. Figures go to
 * standard output, progress to standard error.
 */
@NullMarked
// JMH, the embedded PostgreSQL and some of the rivals have no descriptor.
@SuppressWarnings("requires-automatic")
module dev.tenon.benchmarks {
    requires dev.tenon.core;
    requires dev.tenon.crud;
    requires transitive dev.tenon.database;
    requires dev.tenon.fixtures;
    requires com.zaxxer.hikari;
    requires embedded.postgres;
    requires flyway.core;
    requires info.picocli;
    requires jakarta.persistence;
    requires java.management;
    requires jdk.jfr;
    requires jdk.management;
    requires jmh.core;
    // Hibernate, Jdbi, Spring and the embedded PostgreSQL need them, and have no descriptor that
    // says so.
    requires io.leangen.geantyref;
    requires jakarta.inject;
    requires jakarta.xml.bind;
    requires java.naming;
    requires java.xml;
    requires net.bytebuddy;
    requires org.apache.commons.codec;
    requires org.apache.commons.compress;
    requires org.apache.commons.io;
    requires org.apache.commons.lang3;
    requires org.apache.commons.logging;
    requires org.tukaani.xz;
    requires org.hibernate.orm.core;
    requires org.jdbi.v3.core;
    requires org.jooq;
    requires org.postgresql.jdbc;
    requires org.xerial.sqlitejdbc;
    requires spring.beans;
    requires spring.context;
    requires spring.core;
    requires spring.data.commons;
    requires spring.data.jdbc;
    requires spring.data.relational;
    requires spring.jdbc;
    requires spring.tx;
    requires tools.jackson.databind;
    // Compiles the generated plugins, which is looked up as a service.
    requires jdk.compiler;

    exports dev.tenon.benchmarks.handout;

    opens dev.tenon.benchmarks to
            info.picocli;
    // Entities and beans.
    opens dev.tenon.benchmarks.articles to
            net.bytebuddy,
            org.hibernate.orm.core,
            spring.beans,
            spring.context,
            spring.core,
            spring.data.commons;
    opens dev.tenon.benchmarks.change to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.crud to
            info.picocli,
            tools.jackson.databind,
            // Sets the parameters.
            jmh.core;
    opens dev.tenon.benchmarks.databases to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.measure to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.migrations to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.report to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.sessions to
            info.picocli,
            tools.jackson.databind,
            // Sets the parameters.
            jmh.core;
    opens dev.tenon.benchmarks.start to
            info.picocli,
            tools.jackson.databind;
    opens dev.tenon.benchmarks.writers to
            info.picocli,
            tools.jackson.databind;

    uses dev.tenon.database.engine.Engine;
}
