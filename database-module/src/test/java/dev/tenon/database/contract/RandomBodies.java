package dev.tenon.database.contract;

import dev.tenon.database.fixture.RealEngine;
import java.util.Random;

/** Builds the bodies of routines and triggers, whose statements add to a number. */
final class RandomBodies {

    private final RealEngine engine;
    private final Random random;
    private int sum;
    private int labels;

    RandomBodies(RealEngine engine, Random random) {
        this.engine = engine;
        this.random = random;
    }

    /** Returns what the body returned last adds. */
    int sum() {
        return sum;
    }

    /** Returns the statement that creates the routine or trigger {@code body}. */
    String next() {
        sum = 0;
        return switch (engine) {
            case SQLITE ->
                    "create trigger body after insert on started begin" + flat() + flat() + "end";
            case POSTGRESQL ->
                    "create or replace procedure body() begin atomic" + flat() + flat() + "end";
            case MARIADB -> "create or replace procedure body() begin" + nested(3) + "end";
        };
    }

    private String flat() {
        var all = new StringBuilder(" ");
        for (int i = random.nextInt(4); i >= 0; i--) {
            all.append(addition()).append(comment());
        }
        return all.toString();
    }

    private String addition() {
        int n = random.nextInt(1, 10);
        sum += n;
        var value =
                switch (random.nextInt(3)) {
                    case 0 -> "case when 1 = 1 then " + n + " else 0 end";
                    case 1 ->
                            "case 1 when 2 then case 3 when 3 then 0 end else "
                                    + n
                                    + " end + length('') ";
                    default -> String.valueOf(n);
                };
        return "update total set n = n + " + value + ";";
    }

    private String comment() {
        return switch (random.nextInt(4)) {
            case 0 -> " -- ; end\n";
            case 1 -> " /* ; end; ' */ ";
            default -> "\n";
        };
    }

    private String nested(int depth) {
        var all = new StringBuilder(" ");
        for (int i = random.nextInt(3); i >= 0; i--) {
            all.append(depth == 0 ? addition() : block(depth - 1)).append(comment());
        }
        return all.toString();
    }

    private String block(int depth) {
        var label = "l" + labels++;
        return switch (random.nextInt(7)) {
            case 0 -> "begin" + nested(depth) + "end;";
            case 1 -> "if (1 = 1) then" + nested(depth) + "else set @x = 1; end if;";
            case 2 ->
                    label
                            + ":loop"
                            + nested(depth)
                            + "leave "
                            + label
                            + "; end loop "
                            + label
                            + ";";
            case 3 -> "case 1 when 1 then" + nested(depth) + "else set @x = 1; end case;";
            case 4 -> "repeat" + nested(depth) + "until 1 end repeat;";
            case 5 -> label + ": while 1 do" + nested(depth) + "leave " + label + "; end while;";
            default -> addition();
        };
    }
}
