package kz.miras.registrar.attestation.service.room;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.room.IncidentStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * The room of a sheet's exam as a screen and its papers show it. Of coded works it tells how many
 * there are and never whose.
 *
 * @param closed why nothing is recorded now; null where it may be
 * @param acts what the viewer may do
 */
public record RoomView(
    Head head,
    Refusal closed,
    Set<Act> acts,
    Works works,
    List<Line> lines,
    List<Incident> incidents)
    implements Serializable {

  /** What somebody may do in an exam room. */
  public enum Act {
    /** Record attendance. */
    RECORD,
    /** Draw up an act. */
    REPORT,
    /** Type AB for who did not come. */
    NO_SHOW,
    /** Deny somebody the exam, or admit again. */
    DENY,
    /** Code the works. */
    CODE,
    /** See whose work is whose, or take the codes away. */
    CODES,
    /** Mark works by their codes. */
    MARK,
    /** Decode the works. */
    DECODE
  }

  public RoomView {
    acts = Set.copyOf(acts);
    lines = List.copyOf(lines);
    incidents = List.copyOf(incidents);
  }

  /**
   * Whether the viewer may do this now.
   *
   * @param act name of an {@link Act}, as pages say it
   */
  public boolean may(String act) {
    return acts.contains(Act.valueOf(act));
  }

  /** Students on the list of the admitted. */
  public List<Line> admitted() {
    return lines.stream().filter(Line::admitted).toList();
  }

  /** Students who are not. */
  public List<Line> refused() {
    return lines.stream().filter(line -> !line.admitted()).toList();
  }

  /** Students who did not come and of whom the sheet says nothing. */
  public List<Line> noShows() {
    return lines.stream().filter(Line::noShow).toList();
  }

  /** Students about whose admission there is something to decide (EXM-10). */
  public List<Line> deniable() {
    return lines.stream().filter(line -> line.denied() || line.open()).toList();
  }

  /** EXR-9. Students whose result in the sheet does not go with what was seen in the room. */
  public List<Line> unfit() {
    return lines.stream().filter(Line::unfit).toList();
  }

  /** How many of them have this attendance. */
  public long count(String state) {
    return lines.stream()
        .filter(line -> line.state() != null && line.state().name().equals(state))
        .count();
  }

  /** Admitted students of whom nothing is recorded. */
  public long unrecorded() {
    return admitted().stream().filter(line -> line.state() == null).count();
  }

  /**
   * What the sitting is.
   *
   * @param id public id of the sheet
   * @param day of the exam; null where none is named
   * @param form how it is held; null where nobody has said
   */
  public record Head(
      String id,
      String number,
      SheetKind kind,
      SheetStatus status,
      String disciplineCode,
      LocalizedText discipline,
      String term,
      String section,
      String teacher,
      String examiner,
      LocalDate day,
      LocalTime at,
      String room,
      ExamForm form)
      implements Serializable {}

  /**
   * The coded works.
   *
   * @param coded whether works carry codes
   * @param decoded whether names stand again
   * @param against why they are not coded, or not decoded, now
   */
  public record Works(
      boolean coded,
      boolean decoded,
      int works,
      int marked,
      List<Refusal> against,
      List<Logged> log)
      implements Serializable {

    public Works {
      against = List.copyOf(against);
      log = List.copyOf(log);
    }
  }

  /**
   * An act with the codes.
   *
   * @param act key of its text
   */
  public record Logged(String act, String login, Instant at, int works) implements Serializable {}

  /**
   * A student.
   *
   * @param row key of the row
   * @param rating РД; null where there is none
   * @param against why the student is not admitted; none where admitted
   * @param state null where nothing is recorded
   * @param version of what is recorded; -1 for nothing
   * @param noShow whether the student did not come and the sheet says nothing of it
   * @param denied whether the office denies the exam
   * @param open whether it still may
   * @param unfit whether the sheet says something else than the room
   */
  public record Line(
      long row,
      int position,
      String studentNo,
      String student,
      Integer rating,
      List<Refusal> against,
      ExamAttendance state,
      IdentityDocument identity,
      String checkedBy,
      Instant checkedAt,
      String recordedBy,
      int version,
      boolean noShow,
      boolean annulled,
      boolean denied,
      boolean open,
      boolean unfit)
      implements Serializable {

    public Line {
      against = List.copyOf(against);
    }

    public boolean admitted() {
      return against.isEmpty();
    }
  }

  /** An act about one of them. */
  public record Incident(
      String id, String number, String student, IncidentKind kind, IncidentStatus status)
      implements Serializable {}
}
