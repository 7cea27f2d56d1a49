package dev.tenon.database.internal.engine.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that drop what a module has in a database, within the transaction that restores
 * something else. Schemas stay, because a role that owns one may not be allowed to make another,
 * and so does what belongs to extensions.
 */
final class PostgresEmptying {

    private static final String SCRIPT =
            """
            SET lock_timeout = '10s';
            DO $tenon$
            DECLARE
              schemas oid[] := (
                SELECT array_agg(n.oid) FROM pg_namespace n
                WHERE %s AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema');
              extended oid[] := coalesce(
                (SELECT array_agg(d.objid) FROM pg_depend d WHERE d.deptype = 'e'), '{}');
              statement text;
            BEGIN
              FOREACH statement IN ARRAY coalesce((
                SELECT array_agg(format('DROP %%s IF EXISTS %%I.%%I CASCADE',
                  CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                    WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END,
                  n.nspname, c.relname) ORDER BY c.relkind = 'S')
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND n.oid = ANY(schemas)
                  AND c.oid <> ALL(extended)), '{}')
              LOOP EXECUTE statement; END LOOP;
              FOREACH statement IN ARRAY coalesce((
                SELECT array_agg(format('DROP ROUTINE IF EXISTS %%s CASCADE', p.oid::regprocedure))
                FROM pg_proc p WHERE p.pronamespace = ANY(schemas) AND p.oid <> ALL(extended)), '{}')
              LOOP EXECUTE statement; END LOOP;
              FOREACH statement IN ARRAY coalesce((
                SELECT array_agg(format('DROP %%s IF EXISTS %%I.%%I CASCADE',
                  CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, n.nspname, t.typname))
                FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE n.oid = ANY(schemas) AND t.oid <> ALL(extended)
                  AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND EXISTS (
                    SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))), '{}')
              LOOP EXECUTE statement; END LOOP;
              FOREACH statement IN ARRAY coalesce((
                SELECT array_agg(format('DROP %%s IF EXISTS %%I.%%I CASCADE', o.kind, n.nspname, o.name))
                FROM (
                  SELECT 'COLLATION' AS kind, oid, collnamespace AS schema, collname AS name
                  FROM pg_collation
                  UNION ALL SELECT 'TEXT SEARCH CONFIGURATION', oid, cfgnamespace, cfgname
                  FROM pg_ts_config
                  UNION ALL SELECT 'TEXT SEARCH DICTIONARY', oid, dictnamespace, dictname
                  FROM pg_ts_dict) o JOIN pg_namespace n ON n.oid = o.schema
                WHERE n.oid = ANY(schemas) AND o.oid <> ALL(extended)), '{}')
              LOOP EXECUTE statement; END LOOP;
            END $tenon$;
            """;

    private static final String OF_NO_SCHEMA =
            """
            DO $tenon$
            DECLARE
              statement text;
            BEGIN
              FOREACH statement IN ARRAY coalesce((
                SELECT array_agg(format('DROP PUBLICATION %I', pubname)) FROM pg_publication), '{}')
              LOOP EXECUTE statement; END LOOP;
            END $tenon$;
            SELECT count(lo_unlink(oid)) FROM pg_largeobject_metadata
            WHERE pg_has_role(lomowner, 'usage');
            """;

    private PostgresEmptying() {}

    /**
     * Returns them.
     *
     * @param schemas those that the copy has, which are made where they are missing
     */
    static String script(PostgresScope scope, List<String> schemas) {
        if (!scope.whole()) {
            return SCRIPT.formatted("n.nspname = '" + scope.schema().replace("'", "''") + "'");
        }
        return SCRIPT.formatted("true")
                + OF_NO_SCHEMA
                + schemas.stream()
                        .map(s -> "CREATE SCHEMA IF NOT EXISTS " + PostgresScope.quoted(s) + ";\n")
                        .collect(Collectors.joining());
    }
}
