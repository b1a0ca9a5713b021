package kz.miras.registrar.calendar.service;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;

/**
 * An academic year as its page shows it.
 *
 * @param startYear 2025 for 2025/26
 * @param approvedBy decision of the Academic council; null while not approved
 * @param terms in order of time, each with its periods
 * @param daysOff holidays and transferred days of the year
 * @param holidaysLoaded whether holidays of both calendar years are known
 * @param findings what the law and the office's own rules say of it
 */
public record YearView(
    int startYear,
    LocalDate startsOn,
    LocalDate endsOn,
    String approvedBy,
    List<TermView> terms,
    List<DayOffView> daysOff,
    boolean holidaysLoaded,
    Verdict findings)
    implements Serializable {

  public YearView {
    terms = List.copyOf(terms);
    daysOff = List.copyOf(daysOff);
  }

  /** As documents print it, for example {@code 2025/2026}. */
  public String getLabel() {
    return startYear + "/" + (startYear + 1);
  }

  /** A term with its periods. */
  public record TermView(
      String code,
      TermType type,
      LocalDate startsOn,
      LocalDate endsOn,
      int studyWeeks,
      Instant closedAt,
      List<EventView> events)
      implements Serializable {}

  /**
   * A period.
   *
   * @param level name of the level it is for; null for all
   * @param courseYear course it is for; null for all
   * @param days length in days
   */
  public record EventView(
      long id,
      String term,
      EventKind kind,
      LocalDate startsOn,
      LocalDate endsOn,
      String level,
      Integer courseYear,
      int days)
      implements Serializable {}

  /** A holiday, or a weekend day that is worked. */
  public record DayOffView(LocalDate day, boolean working, LocalizedText name)
      implements Serializable {}
}
