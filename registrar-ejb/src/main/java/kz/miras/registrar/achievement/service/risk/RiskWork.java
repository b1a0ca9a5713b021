package kz.miras.registrar.achievement.service.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.achievement.service.risk.RiskReader.Asked;
import kz.miras.registrar.achievement.service.risk.RiskReader.Judged;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * RSK-1 to RSK-6, DEB-1 to DEB-4. Judges the whole contingent, part by part, so that nothing is
 * held for long.
 */
@ApplicationScoped
public class RiskWork {

  /** Students read together. */
  private static final int PART = 250;

  @Inject private RiskReader reader;
  @Inject private RiskStore store;
  @Inject private DebtorStore debtors;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /** Judges everybody as of today, where nobody has. */
  public void today() {
    LocalDate day = time.today();
    if (store.isJudged(day)) {
      return;
    }
    Term on = calendars.current(day).filter(term -> !day.isAfter(term.getEndsOn())).orElse(null);
    Asked asked = new Asked(on, calendars.terms(), day);
    List<Long> all = store.contingent();
    int found = 0;
    for (int from = 0; from < all.size(); from += PART) {
      List<Long> part = all.subList(from, Math.min(from + PART, all.size()));
      found += Again.of(() -> judge(asked, part));
    }
    debtors.end();
    store.end(day, all.size(), found);
  }

  /**
   * Judges some students and keeps what was found.
   *
   * @return how many of them are at risk
   */
  public int judge(Asked asked, Collection<Long> keys) {
    Judged found = reader.judge(asked, keys);
    store.keep(asked.day(), keys, found.atRisk());
    debtors.keep(asked.day(), keys, found.owing());
    return found.atRisk().size();
  }
}
