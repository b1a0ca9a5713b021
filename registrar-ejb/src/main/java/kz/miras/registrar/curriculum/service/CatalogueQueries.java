package kz.miras.registrar.curriculum.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.CurriculumSound;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.PlanVolume;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.CurriculumView.Line;
import kz.miras.registrar.curriculum.service.CurriculumView.TermPlan;
import kz.miras.registrar.curriculum.service.DisciplineView.Named;
import kz.miras.registrar.curriculum.service.DisciplineView.Use;
import kz.miras.registrar.curriculum.service.ProgrammeView.Plan;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** The catalogue for its cards; a constant number of statements each. */
@Stateless
@Guarded
public class CatalogueQueries {

  @Inject private Catalogue catalogue;
  @Inject private PlanJudge judge;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** A programme with its curricula. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public ProgrammeView programme(String code) {
    Programme programme =
        catalogue
            .programme(code)
            .orElseThrow(() -> new RegistrarException.NotFound("programme", code));
    Map<Long, List<CurriculumItem>> items =
        catalogue.itemsOf(programme).stream()
            .collect(Collectors.groupingBy(item -> item.getCurriculum().getId()));
    List<Plan> plans =
        catalogue.curriculaOf(programme).stream()
            .map(plan -> plan(plan, items.getOrDefault(plan.getId(), List.of())))
            .toList();
    return new ProgrammeView(
        programme.getCode(),
        programme.getDirectionCode(),
        programme.getGroupCode(),
        programme.getLevel(),
        programme.getName(),
        programme.getCredits(),
        programme.getYears(),
        programme.getLanguages(),
        programme.getSchool().getCode(),
        programme.getSchool().getName(),
        programme.isActive(),
        plans);
  }

  private Plan plan(Curriculum curriculum, List<CurriculumItem> items) {
    Verdict verdict = judge.judge(curriculum, items);
    return new Plan(
        curriculum.getAdmissionYear(),
        curriculum.getApprovedBy(),
        items.size(),
        PlanVolume.of(items.stream().map(PlanLine::of).toList()).total(),
        verdict.refusals().size(),
        verdict.warnings().size());
  }

  /** A discipline with what it needs, what needs it and where it is studied. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public DisciplineView discipline(String code) {
    Discipline discipline =
        catalogue
            .discipline(code)
            .orElseThrow(() -> new RegistrarException.NotFound("discipline", code));
    return new DisciplineView(
        discipline.getUuid(),
        discipline.getCode(),
        discipline.getCodeKk(),
        discipline.getCodeEn(),
        discipline.getName(),
        discipline.getCredits(),
        discipline.getCredits()
            * rules.inForce(Level.BACHELOR, time.today()).integer(RuleParameter.CREDIT_HOURS),
        discipline.getControlForm(),
        discipline.getKind(),
        discipline.getDepartment().getCode(),
        discipline.getDepartment().getName(),
        discipline.isExcludedFromGpa(),
        discipline.isStateExam(),
        discipline.isNameRepeats(),
        discipline.isActive(),
        named(discipline.getPrerequisites()),
        named(discipline.getCorequisites()),
        named(catalogue.postrequisites(discipline)),
        catalogue.usesOf(discipline).stream().map(CatalogueQueries::use).toList());
  }

  private static List<Named> named(java.util.Collection<Discipline> disciplines) {
    return disciplines.stream()
        .sorted(Comparator.comparing(Discipline::getCode))
        .map(one -> new Named(one.getCode(), one.getName(), one.getCredits()))
        .toList();
  }

  private static Use use(CurriculumItem item) {
    Curriculum curriculum = item.getCurriculum();
    return new Use(
        curriculum.getProgramme().getCode(),
        curriculum.getProgramme().getName(),
        curriculum.getAdmissionYear(),
        item.getTermNo(),
        item.getCycle(),
        item.getComponent(),
        item.getChoiceBlock());
  }

  /** The curriculum of a programme for one admission year, judged. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public CurriculumView curriculum(String programme, int admissionYear) {
    Curriculum curriculum =
        catalogue
            .curriculum(programme, admissionYear)
            .orElseThrow(
                () ->
                    new RegistrarException.NotFound("curriculum", programme + " " + admissionYear));
    List<CurriculumItem> items = catalogue.items(curriculum.getId());
    PlanVolume volume = PlanVolume.of(items.stream().map(PlanLine::of).toList());
    Programme of = curriculum.getProgramme();
    return new CurriculumView(
        of.getCode(),
        of.getName(),
        of.getLevel(),
        admissionYear,
        curriculum.getApprovedBy(),
        volume.total(),
        of.getCredits(),
        terms(of, items, volume),
        volume.cycles(),
        judge.judge(curriculum, items));
  }

  /** Programme and admission year of a curriculum. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public PlanName plan(long curriculum) {
    return catalogue
        .curriculum(curriculum)
        .map(CatalogueQueries::name)
        .orElseThrow(() -> new RegistrarException.NotFound("curriculum", curriculum));
  }

  /** Programme and admission year of the curriculum a line belongs to. */
  @RolesAllowed(Permissions.CATALOGUE_READ)
  public PlanName planOfLine(long item) {
    return catalogue
        .item(item)
        .map(found -> name(found.getCurriculum()))
        .orElseThrow(() -> new RegistrarException.NotFound("curriculum", item));
  }

  private static PlanName name(Curriculum curriculum) {
    return new PlanName(curriculum.getProgramme().getCode(), curriculum.getAdmissionYear());
  }

  /** What names a curriculum for people. */
  public record PlanName(String programme, int admissionYear) implements Serializable {}

  private static List<TermPlan> terms(
      Programme programme, List<CurriculumItem> items, PlanVolume volume) {
    Map<Integer, List<Line>> lines = new TreeMap<>();
    for (CurriculumItem item : items) {
      lines.computeIfAbsent(item.getTermNo(), term -> new ArrayList<>()).add(line(item));
    }
    int perYear = CurriculumSound.termsPerYear(lines.keySet(), programme.getYears());
    List<TermPlan> terms = new ArrayList<>();
    lines.forEach(
        (term, of) ->
            terms.add(new TermPlan(term, (term - 1) / perYear + 1, volume.terms().get(term), of)));
    return terms;
  }

  private static Line line(CurriculumItem item) {
    Discipline discipline = item.getDiscipline();
    return new Line(
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        discipline.getControlForm(),
        item.getCycle(),
        item.getComponent(),
        item.getChoiceBlock(),
        item.getChoiceCredits(),
        discipline.getPrerequisites().stream().map(Discipline::getCode).sorted().toList());
  }
}
