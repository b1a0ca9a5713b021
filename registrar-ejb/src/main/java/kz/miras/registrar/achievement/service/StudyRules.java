package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;

/** GPA-8. The rules by which a history counts, as the book of rules has them. */
@ApplicationScoped
public class StudyRules {

  @Inject private RuleBook book;

  /** Of a history as it is looked at on a day. */
  public RulesOfTime on(Level level, LocalDate day) {
    return with(book.inForce(level, day));
  }

  /** Of a history where the rules of the day are known. */
  public RulesOfTime with(RuleSet inForce) {
    return RulesOfTime.of(book::named, inForce);
  }
}
