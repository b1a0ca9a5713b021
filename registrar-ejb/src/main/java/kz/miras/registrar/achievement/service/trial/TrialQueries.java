package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.trial.TrialTables.Kept;
import kz.miras.registrar.achievement.service.trial.TrialView.Asked;
import kz.miras.registrar.achievement.service.trial.TrialView.Change;
import kz.miras.registrar.achievement.service.trial.TrialView.Choice;
import kz.miras.registrar.achievement.service.trial.TrialView.Given;
import kz.miras.registrar.achievement.service.trial.TrialView.Row;
import kz.miras.registrar.achievement.trial.TrialCounts;
import kz.miras.registrar.achievement.trial.TrialParameters;
import kz.miras.registrar.achievement.trial.TrialRules;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.RuleValues;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.curriculum.service.RuleQueries;
import kz.miras.registrar.curriculum.service.RuleSetView;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Trials for screens. Whoever reads rules reads what was tried and the counts; students and their
 * results only who may propose rules or approve them.
 */
@Stateless
@Guarded
public class TrialQueries {

  private static final int SHOWN = 20;

  @Inject private TrialTables tables;
  @Inject private TrialLines lines;
  @Inject private RunningTrials running;
  @Inject private RuleQueries proposals;
  @Inject private RuleBook book;

  /** Terms whose results may be derived anew, the latest first. */
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public List<Choice> terms(Level level) {
    return tables.choices(level);
  }

  /** Trials of the values of a proposal, the latest first. */
  @RolesAllowed(Permissions.RULES_READ)
  public List<Row> ofProposal(long proposal) {
    return of(proposals.proposal(proposal).level(), proposals.values(proposal));
  }

  /** Trials of values that are being prepared: by key of the parameter. */
  @RolesAllowed(Permissions.RULES_READ)
  public List<Row> ofPrepared(Level level, Map<String, String> typed) {
    return of(level, RuleValues.typed(typed));
  }

  private List<Row> of(Level level, Map<RuleParameter, String> values) {
    List<Kept> kept = tables.of(RuleValues.fingerprint(level, values), SHOWN);
    Map<Long, TrialCounts> totals = tables.totals(kept.stream().map(Kept::key).toList());
    return kept.stream()
        .map(one -> new Row(one.head(), totals.getOrDefault(one.key(), TrialCounts.NOBODY)))
        .toList();
  }

  /** How far a trial is; empty where it does not run on this server. */
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public Optional<WorkProgress> progress(String id) {
    return running.of(id);
  }

  /**
   * A trial.
   *
   * @param most lines of students
   */
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public TrialView view(String id, Asked asked, int from, int most) {
    Kept kept =
        PublicId.parse(id)
            .map(UUID::toString)
            .flatMap(uuid -> tables.named(uuid).stream().findFirst())
            .orElseThrow(() -> new RegistrarException.NotFound("rule-trial", id));
    long key = kept.key();
    RuleSet tried =
        RuleSet.of(
            TrialRules.CODE, 1, kept.head().level(), kept.head().judgedOn(), tables.values(key));
    RuleSet inForce = book.named(kept.head().comparedWith());
    return new TrialView(
        kept.head(),
        inForce.differences(tried).stream()
            .map(
                one ->
                    new Change(
                        RuleSetView.Line.of(
                            one, tried.text(one).orElse(null), inForce.text(one).orElse(null)),
                        TrialParameters.isShown(one)))
            .toList(),
        given(key, tried),
        tables.totals(List.of(key)).getOrDefault(key, TrialCounts.NOBODY),
        tables.cuts(key),
        lines.lines(key, asked, from, most),
        lines.found(key, asked));
  }

  private List<Given> given(long trial, RuleSet tried) {
    return tables.given(trial).entrySet().stream()
        .map(
            one ->
                new Given(
                    one.getKey(),
                    one.getValue(),
                    book.named(one.getKey()).differences(tried).stream()
                        .filter(TrialParameters::isShown)
                        .collect(Collectors.toList())))
        .toList();
  }
}
