/** {@code @Transactional}: one session around a method, which every session within joins. */
package dev.tenon.database.internal.transaction;
