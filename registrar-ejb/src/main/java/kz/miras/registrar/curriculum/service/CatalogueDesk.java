package kz.miras.registrar.curriculum.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** What is done to a curriculum as a whole; its lines are typed or imported one by one. */
@Stateless
@Guarded
public class CatalogueDesk {

  @Inject private Catalogue catalogue;
  @Inject private PlanJudge judge;
  @Inject private AuditContext audit;

  /**
   * Writes down that a curriculum was approved; from then on it is closed for changes (CRD-11).
   *
   * @param decision body, number and date of the decision
   * @return refused where a rule that binds is broken; warnings do not hinder
   */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public Verdict approve(String programme, int admissionYear, String decision) {
    Curriculum curriculum = required(programme, admissionYear);
    if (decision == null || decision.isBlank()) {
      return missing("decision");
    }
    List<CurriculumItem> items = catalogue.items(curriculum.getId());
    if (items.isEmpty()) {
      return Verdict.refused(Refusal.of("curriculum.plan.empty", "CRD-11"));
    }
    Verdict verdict = judge.judge(curriculum, items);
    if (verdict.isAllowed()) {
      curriculum.approve(decision.strip());
    }
    return verdict;
  }

  /** Opens an approved curriculum for changes again (CRD-11). */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public Verdict reopen(String programme, int admissionYear, String reason) {
    Curriculum curriculum = required(programme, admissionYear);
    if (reason == null || reason.isBlank()) {
      return missing("reason");
    }
    audit.because(reason.strip());
    curriculum.reopen();
    return Verdict.allowed();
  }

  /** Takes a discipline out of a curriculum that is open for changes. */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public Verdict remove(String programme, int admissionYear, String discipline) {
    Curriculum curriculum = required(programme, admissionYear);
    if (curriculum.isApproved()) {
      return approved(curriculum);
    }
    CurriculumItem item =
        catalogue.items(curriculum.getId()).stream()
            .filter(it -> it.getDiscipline().getCode().equals(discipline))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("discipline", discipline));
    catalogue.remove(item);
    return Verdict.allowed();
  }

  /**
   * Makes the curriculum of another admission year from this one, line by line, open for changes.
   *
   * @param toYear admission year that has no curriculum with lines yet
   */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public Verdict copy(String programme, int fromYear, int toYear) {
    Curriculum from = required(programme, fromYear);
    if (toYear < 1990 || toYear > 2100) {
      return Verdict.refused(Refusal.of("field.out-of-range", "DAT-2", 1990, 2100).at("toYear"));
    }
    Curriculum to =
        catalogue
            .curriculum(programme, toYear)
            .orElseGet(
                () -> {
                  Curriculum made = new Curriculum(from.getProgramme(), toYear, null);
                  catalogue.add(made);
                  return made;
                });
    if (to.getId() != null && !catalogue.items(to.getId()).isEmpty()) {
      return Verdict.refused(Refusal.of("curriculum.plan.exists", "CRD-11", toYear).at("toYear"));
    }
    for (CurriculumItem item : catalogue.items(from.getId())) {
      catalogue.add(
          new CurriculumItem(
              to,
              item.getDiscipline(),
              item.getTermNo(),
              item.getCycle(),
              item.getComponent(),
              item.getChoiceBlock(),
              item.getChoiceCredits()));
    }
    return Verdict.allowed();
  }

  /** Makes an empty curriculum for an admission year. */
  @RolesAllowed(Permissions.CATALOGUE_EDIT)
  public Verdict begin(String programme, int admissionYear) {
    Programme of =
        catalogue
            .programme(programme)
            .orElseThrow(() -> new RegistrarException.NotFound("programme", programme));
    if (admissionYear < 1990 || admissionYear > 2100) {
      return Verdict.refused(Refusal.of("field.out-of-range", "DAT-2", 1990, 2100).at("year"));
    }
    if (catalogue.curriculum(programme, admissionYear).isPresent()) {
      return Verdict.refused(
          Refusal.of("curriculum.plan.exists", "CRD-11", admissionYear).at("year"));
    }
    catalogue.add(new Curriculum(of, admissionYear, null));
    return Verdict.allowed();
  }

  private Curriculum required(String programme, int admissionYear) {
    return catalogue
        .curriculum(programme, admissionYear)
        .orElseThrow(
            () -> new RegistrarException.NotFound("curriculum", programme + " " + admissionYear));
  }

  private static Verdict approved(Curriculum curriculum) {
    return Verdict.refused(
        Refusal.of("curriculum.plan.approved", "CRD-11", curriculum.getApprovedBy()));
  }

  private static Verdict missing(String field) {
    return Verdict.refused(Refusal.of("field.required", "CRD-11").at(field));
  }
}
