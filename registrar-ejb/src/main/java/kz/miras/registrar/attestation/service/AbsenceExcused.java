package kz.miras.registrar.attestation.service;

/**
 * EXC-1. A no-show whose result is posted was excused; whoever keeps the history records it in the
 * same transaction. An event of CDI.
 *
 * @param sheetId key of the sheet
 * @param document number and date of the document, as the history names its sources
 * @param reason why
 */
public record AbsenceExcused(long studentId, long sheetId, String document, String reason) {}
