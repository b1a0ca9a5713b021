package kz.miras.registrar.transcript.service;

import java.util.UUID;

/**
 * A document was issued; told within the transaction that stores it.
 *
 * @param document its public id
 */
public record DocumentIssued(UUID document) {}
