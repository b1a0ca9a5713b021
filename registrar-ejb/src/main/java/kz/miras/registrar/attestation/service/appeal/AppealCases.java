package kz.miras.registrar.attestation.service.appeal;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.PostedResults;
import kz.miras.registrar.attestation.PostedResults.Posted;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealProposal;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Brings together what an appeal is about, and says what a proposal would make of it. */
@ApplicationScoped
class AppealCases {

  @Inject private Appeals appeals;
  @Inject private AppealFacts facts;
  @Inject private PostedResults results;
  @Inject private Sheets sheets;
  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Access access;

  /** An appeal the caller may see. */
  AppealCase visible(String id) {
    AppealCase found = of(appeals.require(id));
    access.requireVisible(Permissions.APPEAL_READ, found.target(), "appeal", id);
    return found;
  }

  /**
   * An appeal for a step of its course; locked till the transaction ends.
   *
   * @throws RegistrarException.NotFound where the caller may not see it
   * @throws RegistrarException.Forbidden where the right over it is missing
   * @throws RegistrarException.Refused where it is the caller's own
   */
  AppealCase step(String id, String permission) {
    AppealCase found = of(appeals.lock(appeals.require(id)));
    access.requireVisible(Permissions.APPEAL_READ, found.target(), "appeal", id);
    access.require(permission, found.target(), "appeal", found.appeal().getNumber());
    refuse(found.appeal().judgeActor(access.current().studentId()));
    return found;
  }

  /** The same appeal as it stands now. */
  AppealCase of(Appeal appeal) {
    Student student = students.byId(appeal.getStudentId()).orElseThrow();
    Sheet sheet = sheets.byId(appeal.getSheetId()).orElseThrow();
    return new AppealCase(
        appeal,
        student,
        sheet,
        catalogue.discipline(sheet.getDisciplineId()).orElseThrow(),
        rules.named(sheet.getRuleSetCode()),
        results.of(student.getId()).get(sheet.getId()),
        appeals.protocol(appeal.getId()).orElse(null),
        facts.examiners(sheet, student.getId()));
  }

  /** Whether somebody is in the commission that has the appeal. */
  boolean isOfCommission(Actor actor, Set<Long> commissions) {
    return commissions.stream()
        .flatMap(commission -> appeals.members(commission).stream())
        .anyMatch(member -> member.is(actor.accountId(), actor.teacherId()));
  }

  /**
   * What a proposal makes of the result that stands, by the rules it was made by.
   *
   * @return empty where nothing stands or figures are missing
   */
  Optional<FinalOutcome> outcome(AppealCase about, AppealProposal proposal) {
    Posted was = about.posted();
    if (was == null || !proposal.isWithinScale()) {
      return Optional.empty();
    }
    FinalGradePolicy policy = FinalGradePolicy.of(rules.named(was.ruleSetCode()), was.date());
    ControlForm form = form(about);
    int retakes = about.sheet().fxRetakes();
    return switch (proposal.kind()) {
      case ANNUL -> Optional.of(policy.annulled(form, scores(was.rating(), was.score())));
      case KEEP -> policy.outcome(form, scores(was.rating(), was.score()), retakes);
      case CHANGE -> policy.outcome(form, scores(proposal.rating(), proposal.score()), retakes);
    };
  }

  /** How the result was made: without a rating there is one score only. */
  private static ControlForm form(AppealCase about) {
    Mark mark = about.posted().grade().mark();
    ControlForm form = about.discipline().getControlForm();
    if (mark == Mark.P || mark == Mark.NP) {
      return ControlForm.CREDIT;
    }
    return form.hasRating() && about.posted().rating() == null ? ControlForm.DIFF_CREDIT : form;
  }

  private static RowScores scores(Integer rating, Integer score) {
    BigDecimal both = rating == null ? null : BigDecimal.valueOf(rating);
    return new RowScores(both, both, score, null);
  }
}
