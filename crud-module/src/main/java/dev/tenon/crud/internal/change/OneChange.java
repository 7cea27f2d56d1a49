package dev.tenon.crud.internal.change;

import dev.tenon.core.error.Result;
import dev.tenon.crud.TableRow;
import dev.tenon.database.Work;
import dev.tenon.database.WriteOptions;

/**
 * One change that was checked.
 *
 * @param options how a session has to write that makes it, and does nothing else
 * @param work makes it. If there is no such row, or not as it has to be, nothing was changed: that
 *     is told by the result, for a transaction around it can go on
 */
public record OneChange(WriteOptions options, Work<Result<TableRow>> work) {}
