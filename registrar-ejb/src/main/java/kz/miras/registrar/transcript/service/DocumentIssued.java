package kz.miras.registrar.transcript.service;

import java.util.UUID;

/**
 * A document was issued; told within the transaction that stores it.
 *
 * @param document its public id
 * @param id its key
 * @param student key of the student it is about; null where it is about something else
 */
public record DocumentIssued(UUID document, long id, Long student) {}
