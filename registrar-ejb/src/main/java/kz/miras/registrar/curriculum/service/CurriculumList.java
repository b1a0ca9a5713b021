package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.CurriculumSound;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/**
 * Lines of the working curricula (РУП): a discipline in a term, with cycle, component and choice
 * block.
 */
@ApplicationScoped
public class CurriculumList implements RecordList {

  @Inject private Catalogue catalogue;

  @Override
  public String code() {
    return "curricula";
  }

  @Override
  public String permission() {
    return Permissions.CATALOGUE_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("programme", 16),
        Field.number("admission_year"),
        Field.text("discipline", 32),
        Field.number("term_no"),
        Field.choice("cycle", Cycle.class),
        Field.choice("component", Component.class).optional(),
        Field.text("choice_block", 32).optional(),
        Field.number("choice_credits").optional());
  }

  @Override
  public List<String> key() {
    return List.of("programme", "admission_year", "discipline");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<CurriculumItem> {

    private final Map<String, Programme> programmes =
        Catalogue.by(catalogue.programmes(), Programme::getCode);
    private final Map<String, Discipline> disciplines =
        Catalogue.by(catalogue.disciplines(), Discipline::getCode);
    private final Map<String, Curriculum> curricula =
        Catalogue.by(
            catalogue.curricula(), c -> c.getProgramme().getCode() + " " + c.getAdmissionYear());

    private final Map<String, Map<String, PlanLine>> lines = new HashMap<>();

    Records() {
      for (CurriculumItem item : catalogue.items()) {
        Map<String, String> values = values(item);
        know(key(values), item);
        place(item, values);
      }
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("programme")
          + " "
          + values.get("admission_year")
          + " "
          + values.get("discipline");
    }

    @Override
    protected Map<String, String> values(CurriculumItem curriculumItem) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("programme", curriculumItem.getCurriculum().getProgramme().getCode());
      values.put(
          "admission_year", String.valueOf(curriculumItem.getCurriculum().getAdmissionYear()));
      values.put("discipline", curriculumItem.getDiscipline().getCode());
      values.put("term_no", String.valueOf(curriculumItem.getTermNo()));
      values.put("cycle", curriculumItem.getCycle().name());
      values.put(
          "component",
          curriculumItem.getComponent() == null ? null : curriculumItem.getComponent().name());
      values.put("choice_block", curriculumItem.getChoiceBlock());
      values.put(
          "choice_credits",
          curriculumItem.getChoiceCredits() == null
              ? null
              : String.valueOf(curriculumItem.getChoiceCredits()));
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Verdict verdict =
          Checks.known(
                  "programme", values.get("programme"), programmes.get(values.get("programme")))
              .and(
                  Checks.known(
                      "discipline",
                      values.get("discipline"),
                      disciplines.get(values.get("discipline"))))
              .and(Checks.within("admission_year", values, 1990, 2100))
              .and(Checks.within("term_no", values, 1, 21));
      return verdict.isAllowed() ? verdict.and(joins(values)) : verdict;
    }

    /** The line among the others of its curriculum, which must be open for changes. */
    private Verdict joins(Map<String, String> values) {
      Curriculum curriculum = curricula.get(plan(values));
      if (curriculum != null && curriculum.isApproved() && !unchanged(values)) {
        return Verdict.refused(
            Refusal.of("curriculum.plan.approved", "CRD-11", curriculum.getApprovedBy()));
      }
      List<PlanLine> others =
          lines.getOrDefault(plan(values), Map.of()).values().stream()
              .filter(line -> !line.code().equals(values.get("discipline")))
              .toList();
      return CurriculumSound.joins(line(values), others);
    }

    private boolean unchanged(Map<String, String> values) {
      return stored(values).map(values::equals).orElse(false);
    }

    private PlanLine line(Map<String, String> values) {
      Discipline discipline = disciplines.get(values.get("discipline"));
      return new PlanLine(
          discipline.getCode(),
          discipline.getName(),
          discipline.isNameRepeats(),
          discipline.getCredits(),
          Checks.number(values, "term_no"),
          Cycle.valueOf(values.get("cycle")),
          component(values),
          values.get("choice_block"),
          Checks.numberOrNull(values, "choice_credits"));
    }

    private void place(CurriculumItem item, Map<String, String> values) {
      lines
          .computeIfAbsent(plan(values), name -> new LinkedHashMap<>())
          .put(item.getDiscipline().getCode(), PlanLine.of(item));
    }

    private String plan(Map<String, String> values) {
      return values.get("programme") + " " + values.get("admission_year");
    }

    @Override
    protected CurriculumItem create(Map<String, String> values) {
      CurriculumItem item =
          new CurriculumItem(
              curriculum(values),
              disciplines.get(values.get("discipline")),
              Checks.number(values, "term_no"),
              Cycle.valueOf(values.get("cycle")),
              component(values),
              values.get("choice_block"),
              Checks.numberOrNull(values, "choice_credits"));
      catalogue.add(item);
      place(item, values);
      return item;
    }

    @Override
    protected void change(CurriculumItem curriculumItem, Map<String, String> values) {
      curriculumItem.edit(
          Checks.number(values, "term_no"),
          Cycle.valueOf(values.get("cycle")),
          component(values),
          values.get("choice_block"),
          Checks.numberOrNull(values, "choice_credits"));
      place(curriculumItem, values);
    }

    private Component component(Map<String, String> values) {
      return values.get("component") == null ? null : Component.valueOf(values.get("component"));
    }

    private Curriculum curriculum(Map<String, String> values) {
      return curricula.computeIfAbsent(
          plan(values),
          name -> {
            Curriculum made =
                new Curriculum(
                    programmes.get(values.get("programme")),
                    Checks.number(values, "admission_year"),
                    null);
            catalogue.add(made);
            return made;
          });
    }
  }
}
