package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What can stand in a schema of PostgreSQL beside tables and views. */
final class PostgresExtras {

    private static final String QUERY =
            """
            WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = current_schema()),
            extended AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
            SELECT 'TRIGGER' AS kind, c.relname::text AS belongs_to, t.tgname::text AS name,
                pg_get_triggerdef(t.oid) AS sql
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = (SELECT oid FROM own) AND NOT t.tgisinternal
                AND t.tgparentid = 0
            UNION ALL
            SELECT 'RULE', tablename::text, rulename::text, definition FROM pg_rules
            WHERE schemaname = current_schema() AND rulename <> '_RETURN'
            UNION ALL
            SELECT 'POLICY', tablename::text, policyname::text,
                concat_ws(' ', cmd, 'USING (' || qual || ')', 'WITH CHECK (' || with_check || ')')
            FROM pg_policies WHERE schemaname = current_schema()
            UNION ALL
            SELECT 'SEQUENCE', '', c.relname::text, '' FROM pg_class c
            WHERE c.relnamespace = (SELECT oid FROM own) AND c.relkind = 'S'
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                    AND d.objid = c.oid AND d.deptype = 'i')
                AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM extended)
            UNION ALL
            SELECT 'TYPE', '', t.typname::text,
                CASE t.typtype
                    WHEN 'e' THEN 'CREATE TYPE ' || quote_ident(t.typname) || ' AS ENUM ('
                        || (SELECT string_agg(quote_literal(e.enumlabel), ', '
                                ORDER BY e.enumsortorder)
                            FROM pg_enum e WHERE e.enumtypid = t.oid) || ')'
                    WHEN 'd' THEN concat_ws(' ', 'CREATE DOMAIN', quote_ident(t.typname), 'AS',
                        format_type(t.typbasetype, t.typtypmod))
                    ELSE '' END
            FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
            WHERE t.typnamespace = (SELECT oid FROM own)
                AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
                AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM extended)
            UNION ALL
            SELECT 'ROUTINE', '', p.proname::text,
                CASE WHEN p.prokind = 'a' THEN '' ELSE pg_get_functiondef(p.oid) END
            FROM pg_proc p
            WHERE p.pronamespace = (SELECT oid FROM own)
                AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM extended)
            UNION ALL
            SELECT 'EXTENSION', '', extname::text,
                'CREATE EXTENSION ' || quote_ident(extname) FROM pg_extension
            WHERE extnamespace = (SELECT oid FROM own)
            ORDER BY 1, 2, 3\
            """;

    private PostgresExtras() {}

    static List<Unmodelled> of(Connection connection) throws SQLException {
        return Rows.of(
                connection,
                QUERY,
                row ->
                        new Unmodelled(
                                Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                Rows.text(row, "sql")));
    }
}
