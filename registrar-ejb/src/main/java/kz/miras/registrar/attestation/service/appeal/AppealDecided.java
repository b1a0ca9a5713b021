package kz.miras.registrar.attestation.service.appeal;

import java.time.LocalDate;

/**
 * APL-7. The decision of a commission enters the history; whoever keeps it records it in the same
 * transaction. An event of CDI.
 *
 * @param sheetId key of the sheet whose result changes
 * @param position the entry of the student's history that stands
 * @param annulled whether the exam counts for nothing; the figures are those that stood then
 * @param rating admission rating; null where there is none
 * @param score new score; null where the exam is annulled
 * @param protocolNo number of the protocol
 * @param protocolDate day of the hearing
 * @param reason what the commission found
 */
public record AppealDecided(
    long studentId,
    long sheetId,
    long position,
    boolean annulled,
    Integer rating,
    Integer score,
    String protocolNo,
    LocalDate protocolDate,
    String reason) {}
