package kz.miras.registrar.attestation.service.appeal;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.appeal.AppealHearing;
import kz.miras.registrar.attestation.appeal.AppealOutcome;
import kz.miras.registrar.attestation.appeal.AppealProposal;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.appeal.AppealStatus;
import kz.miras.registrar.shared.LocalizedText;

/**
 * An appeal as its page, its protocol and its sheet show it.
 *
 * @param standing the result that stands now; null for none
 * @param commission null while no commission has it
 * @param protocol null until it was heard
 * @param moved whether another result stands than the protocol is about
 * @param may what the caller may do with it now
 */
public record AppealView(
    String id,
    String number,
    AppealStatus status,
    AppealOutcome outcome,
    About about,
    Filed filed,
    Answer answer,
    AppealProtocol.Figures standing,
    Commission commission,
    Instant hearingAt,
    String place,
    Protocol protocol,
    String appliedBy,
    Instant appliedAt,
    boolean moved,
    Set<Act> may)
    implements Serializable {

  public AppealView {
    may = Set.copyOf(may);
  }

  /** Steps of its course. */
  public enum Act {
    ANSWER,
    SCHEDULE,
    DECIDE,
    APPLY,
    PRINT
  }

  /** Whether the caller may do it; pages name it. */
  public boolean may(String act) {
    return may.contains(Act.valueOf(act));
  }

  /**
   * What and whom it is about.
   *
   * @param sheet public id; null where the caller does not see it
   * @param rated whether the result has an admission rating beside the score
   */
  public record About(
      String student,
      String studentNo,
      String group,
      LocalizedText programme,
      String disciplineCode,
      LocalizedText discipline,
      int credits,
      String sheet,
      String sheetNumber,
      SheetKind kind,
      String term,
      LocalDate examDate,
      String examiner,
      boolean rated,
      boolean ratingAllowed)
      implements Serializable {}

  /** The application. */
  public record Filed(
      Instant published, LocalDate until, Instant at, String reason, LocalDate hearBy)
      implements Serializable {}

  /**
   * What the office answered.
   *
   * @param refusal why it was refused; null where it was not
   */
  public record Answer(String by, Instant at, String refusal) implements Serializable {}

  /** The commission that has it. */
  public record Commission(
      String id, String orderNo, LocalDate orderDate, int needed, List<Seat> seats)
      implements Serializable {

    public Commission {
      seats = List.copyOf(seats);
    }

    /** Members who may vote on this appeal. */
    public List<Seat> voters() {
      return seats.stream().filter(seat -> seat.votes() && !seat.excluded()).toList();
    }
  }

  /**
   * A member at the hearing.
   *
   * @param excluded whether the mark is the member's own, so that there is no vote (SOD-8)
   * @param votes whether the member votes
   * @param vote how; null where absent, or where the caller is not told
   */
  public record Seat(
      long id,
      String office,
      String name,
      String post,
      boolean excluded,
      boolean votes,
      AppealHearing.Vote vote)
      implements Serializable {}

  /** The protocol. */
  public record Protocol(
      String number,
      Instant heldAt,
      String place,
      String presiding,
      int members,
      int needed,
      int present,
      int inFavour,
      int against,
      boolean applicantPresent,
      AppealProposal.Kind proposal,
      String arguments,
      AppealOutcome outcome,
      AppealProtocol.Figures was,
      AppealProtocol.Figures now,
      String writtenBy)
      implements Serializable {}
}
