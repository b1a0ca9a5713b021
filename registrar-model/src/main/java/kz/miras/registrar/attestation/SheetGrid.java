package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A sheet as the screen shows it: its head, who may type what, and the rows with their derived
 * results.
 *
 * @param form which columns it has
 * @param sitting who fills it, where its exam is, and why it was given back
 * @param clock what is counted from the day of the exam
 * @param acts what the viewer may do with it now
 * @param journals periods whose rating comes from a journal
 */
public record SheetGrid(
    String id,
    String number,
    SheetKind kind,
    SheetStatus status,
    EntryForm form,
    String disciplineCode,
    LocalizedText discipline,
    int credits,
    String term,
    String section,
    String teacher,
    String examiner,
    LocalDate examDate,
    Sitting sitting,
    Clock clock,
    Set<SheetAct> acts,
    Set<Integer> journals,
    List<Row> rows)
    implements Serializable {

  public SheetGrid {
    acts = Set.copyOf(acts);
    journals = Set.copyOf(journals);
    rows = List.copyOf(rows);
  }

  /**
   * Whether the viewer may do this now.
   *
   * @param act name of a {@link SheetAct}, as pages say it
   */
  public boolean may(String act) {
    return acts.contains(SheetAct.valueOf(act));
  }

  /**
   * Whether the viewer may type the rating of a period here.
   *
   * @param period 1 or 2
   */
  public boolean mayRate(int period) {
    return acts.contains(SheetAct.RATE) && !journals.contains(period);
  }

  /** RAT-3. Whether ratings of a period are typed in the sheet itself, as long as it is open. */
  public boolean takesRatings() {
    return !status.isPosted() && form.entersRating() && journals.size() < 2;
  }

  /** Rows of students who did not come, or have no score yet, and are not excused. */
  public List<Row> absent() {
    return rows.stream().filter(Row::absent).toList();
  }

  /** Rows of students whose absence is excused, which may be taken back (EXC-1). */
  public List<Row> excused() {
    return status.isPosted()
        ? List.of()
        : rows.stream().filter(row -> Mark.AE.name().equals(row.mark())).toList();
  }

  /** Rows of students who may be exempted (SHT-25). */
  public List<Row> exemptible() {
    return rows.stream().filter(Row::exemptible).toList();
  }

  /** Rows of students who are exempt. */
  public List<Row> exempted() {
    return rows.stream().filter(row -> row.exemption() != null).toList();
  }

  /** Rows whose result is still open. */
  public long missing() {
    return rows.stream().filter(row -> row.sign() == null).count();
  }

  /**
   * Who fills the sheet, where its exam is, and why it was given back.
   *
   * @param teacherId key; null for nobody
   * @param examinerId key; null for nobody
   * @param basis order of the last replacement; null for none
   * @param returnedBy who gave it back last; null for nobody
   * @param continues public id of the sheet it continues; null for a first sitting
   * @param continuesNumber its number
   */
  public record Sitting(
      Long teacherId,
      Long examinerId,
      LocalTime time,
      String room,
      String basis,
      String returnedBy,
      String returnedRemark,
      String continues,
      String continuesNumber)
      implements Serializable {}

  /**
   * What is counted from the day of the exam; null where no day is named or nothing was decided.
   *
   * @param lockedAt when entry is locked, a later decision left aside
   * @param extendedUntil until when a decision lets entry go on
   * @param extendedBy who decided that
   * @param locked whether entry has ended
   * @param ratingPublished when the ratings were published
   * @param ratingsLeft how many students were left out then and wait for their rating
   * @param resultPublished when the results were published
   * @param appealUntil last day of an appeal; null until the results are published
   * @param excuseUntil last day on which a no-show may be excused
   */
  public record Clock(
      Instant begins,
      Instant lockedAt,
      Instant extendedUntil,
      String extendedBy,
      boolean locked,
      Instant ratingPublished,
      int ratingsLeft,
      Instant resultPublished,
      LocalDate appealUntil,
      LocalDate excuseUntil)
      implements Serializable {

    /** Whether a decision lets entry go on beyond the lock. */
    public boolean isExtended() {
      return extendedUntil != null && (lockedAt == null || extendedUntil.isAfter(lockedAt));
    }
  }

  /**
   * One student.
   *
   * @param score exam score, or the only score
   * @param mark AB, AE, NA, W or EX in place of the score
   * @param rating РД; null until both ratings are there
   * @param percent final percentage; null while open
   * @param sign final letter or mark; null while open
   * @param reason key of the explanation of the result
   * @param absent whether there may be an absence to excuse (EXC-1)
   * @param exemptible whether there may be somebody to exempt (SHT-25)
   * @param exemption what the student is exempt by, without its reason to whoever may not know it;
   *     null for nothing
   * @param version for telling who typed last
   */
  public record Row(
      long id,
      int position,
      String studentNo,
      String student,
      BigDecimal first,
      BigDecimal second,
      Integer score,
      String mark,
      Integer rating,
      Integer percent,
      String sign,
      BigDecimal digital,
      String traditional,
      String reason,
      String note,
      boolean absent,
      boolean exemptible,
      BasisDocument exemption,
      int version)
      implements Serializable {

    /** Whether nothing is typed in it any more: the student has left, or is exempt. */
    public boolean isClosed() {
      return mark != null && Mark.valueOf(mark).closesRow();
    }
  }
}
