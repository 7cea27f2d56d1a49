package dev.tenon.core.internal.release;

import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** The managed beans that a plugin has registered; makes no server where there is none. */
final class ManagedBeans {

    private ManagedBeans() {}

    static List<String> of(ClassLoader loader) {
        var found = new ArrayList<String>();
        for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
            for (ObjectName name : server.queryNames(null, null)) {
                if (isOf(loader, server, name)) {
                    found.add("MBeanServer.registerMBean, which holds " + name);
                }
            }
        }
        return found;
    }

    private static boolean isOf(ClassLoader loader, MBeanServer server, ObjectName name) {
        try {
            return loader.equals(server.getClassLoaderFor(name));
        } catch (InstanceNotFoundException e) {
            // Unregistered in between.
            return false;
        }
    }
}
