package {{package}}.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;

/** A row of the table {@code guest}. */
@Entity
record Guest(
        @Id @GeneratedValue Long id,
        @Column(nullable = false, length = 100) String name,
        @Column(nullable = false) Instant signedAt) {}
