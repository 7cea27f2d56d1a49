package dev.tenon.core.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The events that a host writes to the JDK Flight Recorder; their names are stable. */
public final class FlightEvents {

    private FlightEvents() {}

    @Name("dev.tenon.Plan")
    @Label("Plan")
    @Category("Tenon")
    @Description("Modules were found, read and resolved")
    @StackTrace(false)
    public static final class PlanEvent extends Event {
        @Label("Modules")
        public int modules;

        @Label("Problems")
        public int problems;
    }

    @Name("dev.tenon.Layer")
    @Label("Layer")
    @Category("Tenon")
    @Description("The module layer of a plugin was defined")
    @StackTrace(false)
    public static final class LayerEvent extends Event {
        @Label("Module")
        public String module = "";
    }

    /** One call into a module. */
    public abstract static class StepEvent extends Event {
        @Label("Module")
        public String module = "";

        @Label("Step")
        public String step = "";

        @Label("Succeeded")
        public boolean succeeded;
    }

    @Name("dev.tenon.Start")
    @Label("Start")
    @Category("Tenon")
    @Description("A step of the start of a module: load, beans, register or start")
    @StackTrace(false)
    public static final class StartEvent extends StepEvent {}

    @Name("dev.tenon.Stop")
    @Label("Stop")
    @Category("Tenon")
    @Description("A step of the stop of a module: stop or close of its beans")
    @StackTrace(false)
    public static final class StopEvent extends StepEvent {}
}
