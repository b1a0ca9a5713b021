package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reports of unusual sheets and changes, for those who look after the whole office. */
@Stateless
@Guarded
public class IntegrityQueries {

  /** Months that may be chosen although nobody has made their report. */
  private static final int OFFERED = 12;

  @Inject private ReportReader reader;
  @Inject private IntegrityReports reports;
  @Inject private UniversityTime time;

  /**
   * The report of a month.
   *
   * @param month such as {@code 2026-10}; the last month that is over where it is empty
   */
  @RolesAllowed(Permissions.INTEGRITY_READ)
  public IntegrityView of(String month) {
    YearMonth now = YearMonth.from(time.today());
    YearMonth of = month == null || month.isBlank() ? now.minusMonths(1) : Month.parse(month);
    return reader.of(of, of.isBefore(now));
  }

  /** What this month has had so far; kept as its report when it is over. */
  @RolesAllowed(Permissions.INTEGRITY_READ)
  public IntegrityReports.SoFar soFar() {
    return reports.soFar(YearMonth.from(time.today()));
  }

  /** Months to choose: this one, the last ones that are over and those with a report. */
  @RolesAllowed(Permissions.INTEGRITY_READ)
  public List<YearMonth> months() {
    YearMonth now = YearMonth.from(time.today());
    return Stream.concat(
            reader.months().stream(), Stream.iterate(now, m -> m.minusMonths(1)).limit(OFFERED))
        .distinct()
        .sorted((one, other) -> other.compareTo(one))
        .toList();
  }
}
