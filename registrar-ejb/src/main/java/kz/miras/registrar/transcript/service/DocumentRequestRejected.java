package kz.miras.registrar.transcript.service;

import java.util.UUID;

/**
 * A request for a document has been rejected, in the transaction that rejects it.
 *
 * @param request its public id
 * @param reason as whoever asked is told
 */
record DocumentRequestRejected(UUID request, String reason) {}
