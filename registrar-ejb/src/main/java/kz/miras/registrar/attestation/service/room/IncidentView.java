package kz.miras.registrar.attestation.service.room;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.room.IncidentStatus;

/**
 * An act about an incident as its page and its paper show it.
 *
 * @param room the exam it happened at
 * @param explanation what the student wrote; null for nothing
 * @param basis of the decision; null while there is none
 * @param until last day on which the result may be annulled; null where the exam has no day
 * @param posted whether the result is in the history already
 * @param decides whether the viewer may decide it now
 */
public record IncidentView(
    String id,
    String number,
    IncidentStatus status,
    RoomView.Head room,
    String student,
    String studentNo,
    IncidentKind kind,
    Instant occurredAt,
    boolean removed,
    String description,
    List<String> witnesses,
    String explanation,
    String registeredBy,
    Instant registeredAt,
    BasisDocument basis,
    String decidedBy,
    Instant decidedAt,
    LocalDate until,
    boolean posted,
    boolean decides)
    implements Serializable {

  public IncidentView {
    witnesses = List.copyOf(witnesses);
  }
}
