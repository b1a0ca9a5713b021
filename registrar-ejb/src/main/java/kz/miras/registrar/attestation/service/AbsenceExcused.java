package kz.miras.registrar.attestation.service;

import kz.miras.registrar.attestation.BasisDocument;

/**
 * EXC-1. A no-show whose result is posted was excused; whoever keeps the history records it in the
 * same transaction. An event of CDI.
 *
 * @param sheetId key of the sheet
 * @param basis the document and why
 */
public record AbsenceExcused(long studentId, long sheetId, BasisDocument basis) {}
