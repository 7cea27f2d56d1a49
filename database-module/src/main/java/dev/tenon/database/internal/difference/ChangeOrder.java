package dev.tenon.database.internal.difference;

import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.ConstraintChange.CheckAdded;
import dev.tenon.database.internal.difference.ConstraintChange.Dropped;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyAdded;
import dev.tenon.database.internal.difference.ConstraintChange.ForeignKeyDropped;
import dev.tenon.database.internal.difference.ConstraintChange.IndexAdded;
import dev.tenon.database.internal.difference.ConstraintChange.PrimaryKeyChanged;
import dev.tenon.database.internal.difference.ConstraintChange.UniqueKeyAdded;
import dev.tenon.database.internal.difference.TableChange.TableAdded;
import dev.tenon.database.internal.difference.TableChange.TableDropped;
import dev.tenon.database.internal.difference.TableChange.TableRenamed;

/** The order in which changes can be made: those of one place in any. */
enum ChangeOrder {
    TABLE_NAMES,
    COLUMN_NAMES,
    FOREIGN_KEYS_AWAY,
    CONSTRAINTS_AWAY,
    TABLES_AWAY,
    NEW_COLUMNS,
    COLUMNS,
    PRIMARY_KEYS,
    COLUMNS_AWAY,
    KEYS,
    TABLES,
    CONSTRAINTS,
    FOREIGN_KEYS;

    static ChangeOrder of(Change change) {
        return switch (change) {
            case TableRenamed _ -> TABLE_NAMES;
            case ColumnRenamed _ -> COLUMN_NAMES;
            case ForeignKeyDropped _ -> FOREIGN_KEYS_AWAY;
            case Dropped _ -> CONSTRAINTS_AWAY;
            case TableDropped _ -> TABLES_AWAY;
            case ColumnAdded _ -> NEW_COLUMNS;
            case ColumnDropped _ -> COLUMNS_AWAY;
            case ColumnChange _ -> COLUMNS;
            case PrimaryKeyChanged _ -> PRIMARY_KEYS;
            case UniqueKeyAdded _ -> KEYS;
            case TableAdded _ -> TABLES;
            case CheckAdded _, IndexAdded _ -> CONSTRAINTS;
            case ForeignKeyAdded _ -> FOREIGN_KEYS;
        };
    }
}
