package dev.tenon.host.internal.doctor;

/** What a check is about. */
public enum Group {
    MACHINE,
    IMAGE,
    SETTINGS,
    DATA
}
