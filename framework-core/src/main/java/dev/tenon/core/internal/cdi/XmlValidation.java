package dev.tenon.core.internal.cdi;

import org.jboss.weld.config.ConfigurationKey;

/**
 * The validation of {@code beans.xml}, which no module of a host has read: its beans are found by
 * annotations. Weld nevertheless parses the schemas for each container that it starts.
 */
final class XmlValidation {
    private static final String DISABLED = ConfigurationKey.DISABLE_XML_VALIDATION.get();

    private XmlValidation() {}

    /**
     * Switches it off for this process, unless the system property says otherwise. Weld knows no
     * smaller place for this, and reads it when it is first used.
     */
    static void switchOff() {
        if (System.getProperty(DISABLED) == null) {
            System.setProperty(DISABLED, "true");
        }
    }
}
