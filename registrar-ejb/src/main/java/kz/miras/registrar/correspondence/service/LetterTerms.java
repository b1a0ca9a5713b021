package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.correspondence.LetterTerm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/** The terms of letters as they are in force. */
@ApplicationScoped
class LetterTerms {

  @Inject private RuleBook rules;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /** The terms in force today; letters are of no level, the first one's rules stand for all. */
  LetterTerm now() {
    return new LetterTerm(rules.inForce(Level.BACHELOR, time.today()), calendars.workingDays());
  }
}
