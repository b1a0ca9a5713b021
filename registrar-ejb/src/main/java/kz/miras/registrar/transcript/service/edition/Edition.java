package kz.miras.registrar.transcript.service.edition;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import kz.miras.registrar.transcript.edition.EditionState;

/**
 * An edition as it is stored.
 *
 * @param subject what it is an edition of
 * @param no among the editions of the subject, from 1
 * @param content the text of a template, or values by key as JSON
 * @param validFrom null while it is not said
 * @param version grows with each change, so that who decides decides on what was read
 * @param decidedBy null while nobody has decided
 */
public record Edition(
    long id,
    EditionSubject subject,
    int no,
    String content,
    String note,
    LocalDate validFrom,
    EditionState state,
    String author,
    Instant createdAt,
    String decidedBy,
    Instant decidedAt,
    String decision,
    int version)
    implements Serializable {}
