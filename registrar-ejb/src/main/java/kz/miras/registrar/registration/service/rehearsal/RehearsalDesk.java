package kz.miras.registrar.registration.service.rehearsal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.logging.Logger;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.TermWindows;
import kz.miras.registrar.registration.WindowReach;
import kz.miras.registrar.registration.rehearsal.Rehearsal;
import kz.miras.registrar.registration.rehearsal.RehearsalReport;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent;
import kz.miras.registrar.registration.service.TermRules;
import kz.miras.registrar.registration.service.Windows;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Person;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Tries the registration of a term out. It reads what it needs, computes without a transaction and
 * writes nothing; one at a time on a node, for it keeps a processor busy.
 */
@Stateless
@Guarded
@RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RehearsalDesk {

  private static final Logger LOG = Logger.getLogger(RehearsalDesk.class.getName());
  private static final Semaphore RUNNING = new Semaphore(1);

  @Inject private RehearsalReader reader;
  @Inject private Calendars calendars;
  @Inject private AcademicRecord record;
  @Inject private Windows windows;
  @Inject private TermRules rules;
  @Inject private UniversityTime time;

  /**
   * What to try out.
   *
   * @param term code of a regular term
   * @param replay whether students come as in the log of the last term that has one
   * @param holds whether holds stop students as they do today; else they are taken as settled
   * @param seed of whatever has to be drawn
   */
  public record Setting(String term, boolean replay, boolean holds, long seed)
      implements Serializable {}

  /** The term whose log would be replayed for a term; empty where no term before has one. */
  public Optional<String> logOf(String term) {
    return reader.logTerm(term(term)).map(Term::getCode);
  }

  /** Runs beside the caller, who watches the progress. */
  @Asynchronous
  public void run(Setting setting, RehearsalProgress progress) {
    if (!RUNNING.tryAcquire()) {
      progress.refuse();
      return;
    }
    try {
      Instant begun = time.now();
      RehearsalReport report = report(setting, progress);
      progress.end(report, Duration.between(begun, time.now()).toMillis());
    } catch (RuntimeException e) {
      LOG.log(java.util.logging.Level.SEVERE, "The rehearsal failed", e);
      progress.fail();
    } finally {
      RUNNING.release();
    }
  }

  private RehearsalReport report(Setting setting, RehearsalProgress progress) {
    Term term = term(setting.term());
    Term logTerm = setting.replay() ? reader.logTerm(term).orElse(null) : null;
    RehearsalFacts facts = reader.facts(term, logTerm, setting.holds());
    progress.begin(facts.people().size());
    progress.replaying(logTerm == null ? null : logTerm.getCode(), setting.holds());
    Instant usual = time.now();
    Function<Person, Instant> opened = opening(windows.in(term));
    Function<Person, Instant> then =
        logTerm == null ? person -> null : opening(windows.in(logTerm));
    RehearsalDemand demand =
        new RehearsalDemand(
            facts,
            person -> {
              Instant own = opened.apply(person);
              return own == null ? usual : own;
            },
            then,
            time.zone(),
            setting.seed());
    Map<Level, RuleSet> known = new EnumMap<>(Level.class);
    Function<Level, RuleSet> inForce =
        level -> known.computeIfAbsent(level, one -> rules.of(one, term));
    List<RehearsalStudent> students = demand.students(past(inForce), progress::step);
    return Rehearsal.run(facts.offerings(), students, inForce);
  }

  private RehearsalFacts.Past past(Function<Level, RuleSet> inForce) {
    return new RehearsalFacts.Past() {
      @Override
      public Map<Long, AcademicRecord.Past> of(long student, Set<Long> disciplines) {
        return record.past(student, disciplines);
      }

      @Override
      public BigDecimal gpa(Person student) {
        RuleSet set = inForce.apply(student.level());
        return set.optionalDecimal(RuleParameter.REG_LOW_GPA).isPresent()
            ? record.gpa(student.id(), set).orElse(null)
            : null;
      }
    };
  }

  /** When registration opens for a student by the windows of a term; null where none does. */
  private static Function<Person, Instant> opening(TermWindows windows) {
    return person ->
        windows
            .of(
                new WindowReach(person.level(), person.programme(), person.courseYear()),
                person.number())
            .stream()
            .filter(window -> window.kind().isSeating() && !window.off())
            .map(PersonalWindow::opensAt)
            .min(Instant::compareTo)
            .orElse(null);
  }

  /** A term that can be tried out: for the summer semester students apply one by one. */
  private Term term(String code) {
    return calendars
        .term(code)
        .filter(term -> !term.getType().isSummer())
        .orElseThrow(() -> new RegistrarException.NotFound("term", code));
  }
}
