package dev.tenon.host.internal.output;

import dev.tenon.core.service.ServiceDescription;
import java.util.List;

/** The services of a host, for people. */
public final class ServicesReport {

    private ServicesReport() {}

    /** Returns a table of the services. */
    public static String of(List<ServiceDescription> services, Palette palette) {
        if (services.isEmpty()) {
            return "There are no services." + System.lineSeparator();
        }
        var table =
                new Table()
                        .row(
                                palette.heading("TYPE"),
                                palette.heading("NAME"),
                                palette.heading("OWNER"));
        for (ServiceDescription service : services) {
            var name = service.key().name();
            table.row(service.key().type().getName(), name.isEmpty() ? "-" : name, service.owner());
        }
        return table.toString();
    }
}
