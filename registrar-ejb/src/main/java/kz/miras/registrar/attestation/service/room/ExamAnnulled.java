package kz.miras.registrar.attestation.service.room;

import kz.miras.registrar.attestation.BasisDocument;

/**
 * CTL-16. A posted result is annulled by decision on an act; whoever keeps the history records it
 * in the same transaction. An event of CDI.
 *
 * @param sheetId key of the sheet
 * @param act number of the act
 * @param basis the document of the decision and why
 */
public record ExamAnnulled(long studentId, long sheetId, String act, BasisDocument basis) {}
