package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.trial.TrialPolicy;
import kz.miras.registrar.achievement.trial.TrialRules;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.RuleValues;
import kz.miras.registrar.curriculum.service.ProposalView;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.curriculum.service.RuleQueries;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * TRI-5. Tries proposed rules on the real data, before anyone adopts them: of a proposal, or while
 * one is being prepared. Who may propose rules or approve them may try them.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrialDesk {

  @Inject private TrialWork work;
  @Inject private TrialStore store;
  @Inject private RunningTrials running;
  @Inject private TrialQueries queries;
  @Inject private RuleQueries proposals;
  @Inject private Calendars calendars;
  @Inject private RuleBook book;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * A trial that has begun, or why not.
   *
   * @param id public id; null where it was refused
   */
  public record Begun(Verdict verdict, String id) implements java.io.Serializable {}

  /** Tries what is being prepared: values by key of the parameter, a blank one is not set. */
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public Begun prepared(Level level, Map<String, String> typed, Collection<String> terms) {
    return begin(level, RuleValues.typed(typed), terms);
  }

  /** Tries a proposal. */
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public Begun proposal(long proposal, Collection<String> terms) {
    ProposalView view = proposals.proposal(proposal);
    return begin(view.level(), proposals.values(proposal), terms);
  }

  private Begun begin(Level level, Map<RuleParameter, String> values, Collection<String> terms) {
    if (!access.may(Permissions.RULES_PROPOSE)) {
      access.require(Permissions.RULES_APPROVE, Target.nobodys(), "rule-trial", level);
    }
    List<Term> calendar = calendars.terms();
    // only terms with results of the level can be chosen, whatever is sent
    List<String> known = queries.terms(level).stream().map(TrialView.Choice::code).toList();
    List<Term> period =
        calendar.stream()
            .filter(term -> terms.contains(term.getCode()) && known.contains(term.getCode()))
            .toList();
    Verdict verdict =
        TrialPolicy.judge(values, period.stream().map(Term::ref).toList(), running.running());
    if (!verdict.isAllowed()) {
      return new Begun(verdict, null);
    }
    UUID uuid = UUID.randomUUID();
    TrialFrame.Judged judged = TrialFrame.Judged.of(period, calendar, time.today());
    RuleSet tried = RuleSet.of(TrialRules.CODE, 1, level, judged.day(), values);
    long id =
        store.begin(
            uuid,
            level,
            values,
            book.inForce(level, judged.day()).code(),
            judged,
            period,
            access.current().login(),
            time.now());
    TrialFrame frame = TrialFrame.of(id, uuid.toString(), tried, book, period, judged, calendar);
    work.running(frame, running.begin(uuid.toString()).orElseThrow());
    return new Begun(verdict, uuid.toString());
  }
}
