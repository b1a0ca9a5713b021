package kz.miras.registrar.attestation.service.commission;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.AwardedDegree;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * A meeting of an attestation commission as its page shows it.
 *
 * @param approved whether its schedule is approved (AK-4); it may be held before
 * @param needed how many of those who vote have to be there
 * @param quorum what the quorum still lacks; empty where it is reached
 * @param mayEdit whether the reader writes its protocols
 * @param mayAdmit whether the reader may bring students before it
 * @param maySign whether the reader may sign what another has prepared
 */
public record MeetingView(
    String id,
    String commission,
    String designation,
    DefenceKind kind,
    LocalDate heldOn,
    LocalTime from,
    LocalTime to,
    String place,
    boolean approved,
    String admissionNo,
    LocalDate admissionOn,
    List<ProtocolView.Seat> seats,
    int needed,
    List<Refusal> quorum,
    List<Row> rows,
    boolean mayEdit,
    boolean mayAdmit,
    boolean maySign)
    implements Serializable {

  public MeetingView {
    seats = List.copyOf(seats);
    quorum = List.copyOf(quorum);
    rows = List.copyOf(rows);
  }

  /**
   * A student before the meeting.
   *
   * @param id public id of the protocol
   * @param number of the signed protocol; null before
   * @param sign of the grade; null where there is none
   * @param decision null while a grade is missing
   * @param degree the degree that is awarded, or would be; null where none is
   * @param missing how much a signature still waits for
   * @param standing whether nothing stands in its place
   */
  public record Row(
      String id,
      int place,
      String number,
      String studentNo,
      String name,
      String group,
      String disciplineCode,
      LocalizedText discipline,
      Appearance appearance,
      Integer percent,
      int against,
      String sign,
      FinalDecision decision,
      AwardedDegree degree,
      int missing,
      boolean signed,
      boolean standing,
      boolean correction)
      implements Serializable {}

  /** Whether a protocol is not signed yet. */
  public boolean isOpen() {
    return rows.stream().anyMatch(one -> !one.signed());
  }

  /** Whether none is signed, so that who was there may still be written. */
  public boolean isFresh() {
    return rows.stream().noneMatch(Row::signed);
  }
}
