package kz.miras.registrar.attestation.service.commission;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.AwardedDegree;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * AK-8. The protocol of a student as its page and its paper show it.
 *
 * @param number its designation; null before it is signed
 * @param text what is written
 * @param mark the grade it comes to; null where there is none
 * @param decision what is decided, or would be; null while a grade is missing
 * @param degree the degree that is awarded, or would be; null where none is
 * @param honours what HON-1 says against honours; empty where they may be awarded
 * @param problems what a signature still waits for
 * @param written who prepared and signed it
 * @param correction how it stands among others
 * @param may what the reader may do
 */
public record ProtocolView(
    String id,
    String number,
    Where where,
    Whose whose,
    ProtocolText text,
    MarkOf mark,
    FinalDecision decision,
    AwardedDegree degree,
    List<Refusal> honours,
    List<Refusal> problems,
    Written written,
    Correction correction,
    Set<Act> may,
    String before,
    String after)
    implements Serializable {

  public ProtocolView {
    honours = List.copyOf(honours);
    problems = List.copyOf(problems);
    may = Set.copyOf(may);
  }

  /** What may be done. */
  public enum Act {
    EDIT,
    SIGN,
    CORRECT,
    REMOVE,
    OPEN_MEETING
  }

  /**
   * The commission and its meeting.
   *
   * @param approved whether the schedule of the meeting is approved (AK-4)
   * @param seats its people, the chair first
   */
  public record Where(
      String commission,
      String designation,
      String orderNo,
      LocalDate orderDate,
      String meeting,
      LocalDate heldOn,
      LocalTime from,
      LocalTime to,
      String place,
      boolean approved,
      List<Seat> seats)
      implements Serializable {

    public Where {
      seats = List.copyOf(seats);
    }

    /** Those who were there. */
    public List<Seat> present() {
      return seats.stream().filter(Seat::present).toList();
    }
  }

  /** Somebody of the commission. */
  public record Seat(long id, String name, CommissionOffice office, String post, boolean present)
      implements Serializable {}

  /**
   * The student and what is taken.
   *
   * @param gpa of the whole study; null where there is none
   */
  public record Whose(
      String id,
      String number,
      String name,
      String group,
      String programme,
      LocalizedText programmeName,
      Level level,
      String disciplineCode,
      LocalizedText discipline,
      int credits,
      BigDecimal gpa)
      implements Serializable {}

  /**
   * A grade in all its ways.
   *
   * @param traditional message key
   */
  public record MarkOf(Integer percent, String sign, BigDecimal digital, String traditional)
      implements Serializable {}

  /** Who wrote it last, and who signed it; the latter null before. */
  public record Written(String by, Instant at, String signedBy, Instant signedAt)
      implements Serializable {}

  /**
   * How it stands among others.
   *
   * @param of what it stands in place of; null for none
   * @param by what stands, or is written, in its place; null for none
   * @param latest whether nothing signed stands in its place
   */
  public record Correction(Link of, Link by, String reason, boolean latest)
      implements Serializable {}

  /**
   * Another protocol.
   *
   * @param number null before it is signed
   */
  public record Link(String id, String number) implements Serializable {}

  /** Whether the reader may do something. */
  public boolean may(String act) {
    return may.contains(Act.valueOf(act));
  }

  /** Whether a degree is awarded, or would be. */
  public boolean isAward() {
    return degree != null;
  }

  public boolean isSigned() {
    return written.signedBy() != null;
  }
}
