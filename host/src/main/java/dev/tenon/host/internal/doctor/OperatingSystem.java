package dev.tenon.host.internal.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The operating system, as the JVM sees it: within the limits of a container. */
final class OperatingSystem {

    private OperatingSystem() {}

    static OperatingSystemMXBean bean() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
