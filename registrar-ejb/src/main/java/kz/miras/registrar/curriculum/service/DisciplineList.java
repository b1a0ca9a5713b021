package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.CreditsUsual;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.PrerequisitesOrdered;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.StateExamForm;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** Disciplines with their credits and control form, prerequisites among them. */
@ApplicationScoped
public class DisciplineList implements RecordList {

  @Inject private Catalogue catalogue;
  @Inject private RuleBook ruleBook;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "disciplines";
  }

  @Override
  public String permission() {
    return Permissions.CATALOGUE_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("code", 32),
        Field.text("code_kk", 32),
        Field.text("code_en", 32),
        Field.text("name_kk", 300),
        Field.text("name_ru", 300),
        Field.text("name_en", 300),
        Field.number("credits"),
        Field.choice("control_form", ControlForm.class),
        Field.choice("kind", DisciplineKind.class),
        Field.text("department", 32),
        Field.flag("excluded_from_gpa").optional(),
        Field.flag("state_exam").optional(),
        Field.flag("name_repeats").optional(),
        Field.text("prerequisites", 500).optional(),
        Field.text("corequisites", 500).optional(),
        Field.flag("active").optional());
  }

  @Override
  public List<String> key() {
    return List.of("code");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Discipline> {

    private final Map<String, OrgUnit> units = Catalogue.by(catalogue.units(), OrgUnit::getCode);

    private final RuleSet rules = ruleBook.inForce(Level.BACHELOR, time.today());

    Records() {
      catalogue.disciplines().forEach(discipline -> know(discipline.getCode(), discipline));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("code");
    }

    @Override
    protected Map<String, String> values(Discipline discipline) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("code", discipline.getCode());
      values.put("code_kk", discipline.getCodeKk());
      values.put("code_en", discipline.getCodeEn());
      put(values, "name", discipline.getName());
      values.put("credits", String.valueOf(discipline.getCredits()));
      values.put("control_form", discipline.getControlForm().name());
      values.put("kind", discipline.getKind().name());
      values.put("department", discipline.getDepartment().getCode());
      values.put("excluded_from_gpa", String.valueOf(discipline.isExcludedFromGpa()));
      values.put("state_exam", String.valueOf(discipline.isStateExam()));
      values.put("name_repeats", String.valueOf(discipline.isNameRepeats()));
      values.put("prerequisites", codes(discipline.getPrerequisites()));
      values.put("corequisites", codes(discipline.getCorequisites()));
      values.put("active", String.valueOf(discipline.isActive()));
      return values;
    }

    private String codes(Collection<Discipline> disciplines) {
      return disciplines.stream()
          .map(Discipline::getCode)
          .sorted()
          .collect(Collectors.joining(" "));
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.putIfAbsent("active", "true");
      values.putIfAbsent("excluded_from_gpa", "false");
      ControlForm form = ControlForm.valueOf(values.get("control_form"));
      values.putIfAbsent("state_exam", String.valueOf(StateExamForm.isStateExam(form)));
      values.putIfAbsent("name_repeats", "false");
      Verdict verdict =
          Checks.known("department", values.get("department"), units.get(values.get("department")))
              .and(Checks.within("credits", values, 1, 60))
              .and(CreditsUsual.judge(Checks.number(values, "credits"), rules))
              .and(StateExamForm.judge(Checks.flag(values, "state_exam"), form));
      for (String field : List.of("prerequisites", "corequisites")) {
        for (String code : Checks.words(values.get(field))) {
          verdict =
              verdict.and(
                  Checks.known(field, code, code.equals(values.get("code")) ? null : known(code)));
        }
      }
      return verdict.and(
          PrerequisitesOrdered.judge(
              values.get("code"), Checks.words(values.get("prerequisites")), this::needed));
    }

    private Collection<String> needed(String code) {
      Discipline discipline = known(code);
      return discipline == null
          ? List.of()
          : discipline.getPrerequisites().stream().map(Discipline::getCode).toList();
    }

    @Override
    protected Discipline create(Map<String, String> values) {
      Discipline discipline =
          new Discipline(
              values.get("code"),
              values.get("code_kk"),
              values.get("code_en"),
              text(values, "name"),
              Checks.number(values, "credits"),
              ControlForm.valueOf(values.get("control_form")),
              DisciplineKind.valueOf(values.get("kind")),
              units.get(values.get("department")),
              Checks.flag(values, "excluded_from_gpa"),
              Checks.flag(values, "state_exam"));
      finish(discipline, values);
      catalogue.add(discipline);
      return discipline;
    }

    @Override
    protected void change(Discipline discipline, Map<String, String> values) {
      discipline.edit(
          values.get("code"),
          values.get("code_kk"),
          values.get("code_en"),
          text(values, "name"),
          Checks.number(values, "credits"),
          ControlForm.valueOf(values.get("control_form")),
          DisciplineKind.valueOf(values.get("kind")),
          units.get(values.get("department")),
          Checks.flag(values, "excluded_from_gpa"),
          Checks.flag(values, "state_exam"));
      finish(discipline, values);
    }

    private void finish(Discipline discipline, Map<String, String> values) {
      discipline.allowRepeatedName(Checks.flag(values, "name_repeats"));
      discipline.activate(!"false".equals(values.get("active")));
      discipline.require(
          Checks.words(values.get("prerequisites")).stream().map(this::known).toList());
      discipline.accompany(
          Checks.words(values.get("corequisites")).stream().map(this::known).toList());
    }
  }
}
