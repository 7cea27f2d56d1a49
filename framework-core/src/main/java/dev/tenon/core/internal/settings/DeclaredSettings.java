package dev.tenon.core.internal.settings;

/**
 * The settings that a module declares.
 *
 * @param module its name
 * @param prefix what stands before the names of the settings: the module's name, unless a framework
 *     module has chosen something else
 * @param type the interface that declares them
 */
public record DeclaredSettings(String module, String prefix, SettingsType type) {}
