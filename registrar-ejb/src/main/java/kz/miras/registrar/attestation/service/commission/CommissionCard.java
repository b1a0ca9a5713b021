package kz.miras.registrar.attestation.service.commission;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.ReportApproval;
import kz.miras.registrar.shared.LocalizedText;

/**
 * An attestation commission as its page shows it.
 *
 * @param year academic year by the calendar year it begins in
 * @param remarks what its chair recommends; null for nothing
 * @param report decision of the council on the report of the chair; null for none yet
 * @param mayEdit whether the reader may end it or renew rights
 * @param mayPlan whether the reader may plan meetings and write remarks
 * @param mayApprove whether the reader approves the schedule
 */
public record CommissionCard(
    String id,
    String designation,
    int year,
    Order order,
    LocalDate from,
    LocalDate to,
    List<Programme> programmes,
    List<Member> members,
    List<Meeting> meetings,
    Figures figures,
    String remarks,
    ReportApproval report,
    boolean inForce,
    boolean mayEdit,
    boolean mayPlan,
    boolean mayApprove)
    implements Serializable {

  public CommissionCard {
    programmes = List.copyOf(programmes);
    members = List.copyOf(members);
    meetings = List.copyOf(meetings);
  }

  /** The order, and the decision of the council it rests on. */
  public record Order(
      String number,
      LocalDate date,
      String council,
      LocalDate councilDate,
      String registeredBy,
      Instant registeredAt)
      implements Serializable {}

  /** A programme that is attested. */
  public record Programme(String code, LocalizedText name) implements Serializable {}

  /** Somebody of the commission. */
  public record Member(CommissionOffice office, String name, String post, boolean signsIn)
      implements Serializable {}

  /**
   * A meeting.
   *
   * @param students how many come before it
   * @param signed how many of their protocols are signed
   * @param approved whether it is approved with the schedule (AK-4)
   */
  public record Meeting(
      String id,
      DefenceKind kind,
      LocalDate heldOn,
      LocalTime from,
      LocalTime to,
      String place,
      int students,
      int signed,
      boolean approved)
      implements Serializable {}

  /**
   * AK-13. What the signed protocols that stand come to.
   *
   * @param letters how many have each sign, the best first
   * @param absolute percent who passed; null where nobody counts
   * @param quality percent of good and excellent grades; null where nobody counts
   * @param mean percentage; null where nobody has one
   */
  public record Figures(
      int admitted,
      int taken,
      int absent,
      int excused,
      int failed,
      int awarded,
      int honours,
      List<LetterCount> letters,
      BigDecimal absolute,
      BigDecimal quality,
      BigDecimal mean)
      implements Serializable {

    public Figures {
      letters = List.copyOf(letters);
    }
  }

  /** How many have a letter. */
  public record LetterCount(String sign, int count) implements Serializable {}

  /** AK-4. Whether a meeting waits to be approved with the schedule. */
  public boolean isScheduleOpen() {
    return meetings.stream().anyMatch(one -> !one.approved());
  }

  /** Whether every protocol of every meeting is signed. */
  public boolean isWhole() {
    return meetings.stream().allMatch(one -> one.signed() == one.students());
  }
}
