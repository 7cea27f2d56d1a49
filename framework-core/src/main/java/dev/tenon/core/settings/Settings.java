package dev.tenon.core.settings;

import java.util.Optional;

/**
 * Settings by name, typed where they are read.
 *
 * <p>A value comes from the strongest source that has it: settings files in their order &lt;
 * environment &lt; system properties &lt; command line (or {@code HostBuilder.setting}). In the
 * environment a setting is written in upper case with {@code _} for every other character than a
 * letter or a digit, as the MicroProfile Config specification defines it (section "Environment
 * Variables Mapping Rules"): {@code tenon.start-timeout} is {@code TENON_START_TIMEOUT}.
 *
 * <p>In a value, <code>${NAME}</code> stands for another setting, <code>${NAME:OTHERWISE}</code>
 * too, with a text for the case that there is none, and <code>${file::PATH}</code> for the content
 * of a file, which is treated as a secret. A name that begins with <code>%PROFILE.</code> holds
 * where {@code tenon.profile} names that profile. An empty value counts as none.
 *
 * <p>Types: {@code String}, the primitive wrappers ({@code Boolean}: {@code true}, {@code yes},
 * {@code on} and their opposites), enums, {@code Duration} ({@code 30s}, {@code PT30S}, or a number
 * of seconds), {@code Path}, {@code URI}, and whatever else has a static {@code valueOf}, {@code
 * of} or {@code parse}, or a constructor, that takes a string.
 *
 * <p>Immutable and safe for use by many threads.
 */
public interface Settings {

    /** Returns the value of the given setting, or nothing if no source has it. */
    default Optional<String> find(String name) {
        return find(name, String.class);
    }

    /**
     * Returns the value of the given setting as the given type, or nothing if no source has it.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-SET-001} if the value is not of the
     *     type; the message names setting, value and source
     */
    <T> Optional<T> find(String name, Class<T> type);

    /**
     * Returns the value of the given setting.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-SET-002} if no source has it
     */
    default String get(String name) {
        return get(name, String.class);
    }

    /**
     * Returns the value of the given setting as the given type.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-SET-002} if no source has it, {@code
     *     HOST-SET-001} if the value is not of the type
     */
    <T> T get(String name, Class<T> type);

    /**
     * Returns where the value of the given setting comes from, for messages: a file with its line,
     * {@code the environment variable NAME}, {@code the system properties}, {@code the command line
     * or the builder}; nothing if no source has it.
     */
    Optional<String> origin(String name);

    /**
     * Returns the settings whose names begin with the given prefix and a dot, to be read without
     * them.
     */
    Settings within(String prefix);
}
