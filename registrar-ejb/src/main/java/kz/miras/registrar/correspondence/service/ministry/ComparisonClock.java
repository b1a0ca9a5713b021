package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.ComparisonRhythm;
import kz.miras.registrar.correspondence.ministry.ComparisonRhythm.Before;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/** GOV-16. Begins the comparison of everything when it is due, once whatever nodes there are. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComparisonClock {

  private static final String SYSTEM = "system";

  @Inject private MinistryRows rows;
  @Inject private MinistryStore store;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** When the next comparison is due, which may have passed; empty where none is due ever. */
  public Optional<Instant> next() {
    RuleSet set = rules.inForce(Level.BACHELOR, time.today());
    return new ComparisonRhythm(
            set.integer(RuleParameter.EXCHANGE_COMPARE_DAYS),
            set.integer(RuleParameter.EXCHANGE_COMPARE_HOUR),
            time.zone())
        .next(before());
  }

  private Before before() {
    return rows.latestWholeComparison()
        .map(run -> new Before(run.begunAt(), run.trouble() == null))
        .or(() -> rows.firstSent().map(at -> new Before(at, false)))
        .orElse(null);
  }

  /** Begins it where it is due; empty where it is not, or another run goes on. */
  public Optional<UUID> beginWhereDue(Instant now) {
    return next()
        .filter(due -> !now.isBefore(due))
        .flatMap(
            due ->
                store.beginOnce(
                    RunKind.READ_BACK, List.of(PlatformType.values()), false, SYSTEM, due));
  }
}
