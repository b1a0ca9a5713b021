package kz.miras.registrar.attestation.rating;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.SheetAct;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.MissedWeek;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * The journal of a period as the screen shows it.
 *
 * @param id public id of the rating sheet
 * @param main the sheet its ratings go to
 * @param weeks of the term that belong to the period
 * @param lessons lessons of the period by the timetable; 0 where it does not say
 * @param acts what the viewer may do with it now
 * @param untimely why the viewer types nothing today; null where it is the time
 * @param deciding whether the viewer may enter dispositions
 * @param rating whether the viewer may type the scores of dispositions
 * @param missed what the rules make of a week missed without a reason (RAT-10)
 * @param usualUntil the last day a new disposition would usually name (RAT-9)
 */
public record RatingGrid(
    String id,
    String number,
    SheetStatus status,
    RatingPeriod period,
    Head head,
    Main main,
    List<Integer> weeks,
    int lessons,
    Set<SheetAct> acts,
    Refusal untimely,
    boolean deciding,
    boolean rating,
    MissedWeek missed,
    LocalDate usualUntil,
    List<Row> rows,
    List<Excuse> excuses)
    implements Serializable {

  public RatingGrid {
    weeks = List.copyOf(weeks);
    acts = Set.copyOf(acts);
    rows = List.copyOf(rows);
    excuses = List.copyOf(excuses);
  }

  /**
   * Whether the viewer may do this now.
   *
   * @param act name of a {@link SheetAct}, as pages say it
   */
  public boolean may(String act) {
    return acts.contains(SheetAct.valueOf(act));
  }

  /** Lines that are still open. */
  public long missing() {
    return rows.stream().filter(Row::open).count();
  }

  /**
   * What it is a journal of.
   *
   * @param returnedRemark what to look at; null where it was not given back
   */
  public record Head(
      String disciplineCode,
      LocalizedText discipline,
      int credits,
      String term,
      String section,
      String teacher,
      String returnedBy,
      String returnedRemark)
      implements Serializable {}

  /**
   * The sheet the ratings go to.
   *
   * @param students who stands in it, by name: those a disposition may name
   */
  public record Main(String id, String number, SheetStatus status, Map<String, String> students)
      implements Serializable {}

  /**
   * One student.
   *
   * @param weeks points by week, as typed, AB or AE of a missed one; empty texts for none
   * @param control score of the control, AB, or empty
   * @param current ТК, two decimals; null without points
   * @param rating Рi, two decimals; null while open
   * @param gaps weeks others have points for and of which nothing is said here
   * @param disposition number of the disposition; null for none
   */
  public record Row(
      long id,
      int position,
      String studentNo,
      String student,
      Map<Integer, String> weeks,
      String control,
      String total,
      String valid,
      BigDecimal current,
      BigDecimal rating,
      Set<Integer> gaps,
      String disposition,
      boolean withdrawn,
      boolean open,
      int version)
      implements Serializable {

    /** Points of a week as typed. */
    public String points(int week) {
      return weeks.getOrDefault(week, "");
    }

    /** RAT-10. Weeks missed without a reason, in their order. */
    public List<Integer> missed() {
      return weeks.entrySet().stream()
          .filter(week -> week.getValue().equals(Mark.AB.name()))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }

  /**
   * A control taken alone.
   *
   * @param period 1 or 2
   * @param reason why, in words; null where the viewer may not know it
   * @param score 0 to 100; null until taken
   * @param over whether its last day has passed
   * @param missable whether the viewer may say that the student did not come
   */
  public record Excuse(
      String id,
      int period,
      String studentNo,
      String student,
      String number,
      LocalDate date,
      LocalDate until,
      String reason,
      Integer score,
      boolean over,
      boolean missable)
      implements Serializable {}
}
