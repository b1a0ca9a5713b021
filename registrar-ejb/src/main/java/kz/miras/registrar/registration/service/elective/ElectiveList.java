package kz.miras.registrar.registration.service.elective;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.elective.ElectiveCatalogue;
import kz.miras.registrar.registration.elective.ElectiveEntry;
import kz.miras.registrar.registration.elective.ElectiveSound;
import kz.miras.registrar.registration.elective.TermsOfYear;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Entries of the catalogues of electives (КЭД): typed or imported into the draft of their year. */
@ApplicationScoped
public class ElectiveList implements RecordList {

  private static final int WORDS = 2000;
  private static final List<String> TONGUES = List.of("kk", "ru", "en");

  @Inject private ElectiveCatalogues catalogues;
  @Inject private ElectiveDrafts drafts;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Access access;

  @Override
  public String code() {
    return "electives";
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
        Field.number("year"),
        Field.text("discipline", 32),
        Field.text("choice_block", 32).optional(),
        Field.number("term_no").optional(),
        Field.text("languages", 16).optional(),
        Field.text("description_kk", WORDS).optional(),
        Field.text("description_ru", WORDS).optional(),
        Field.text("description_en", WORDS).optional(),
        Field.text("addition_basis", 300).optional());
  }

  @Override
  public List<String> key() {
    return List.of("programme", "admission_year", "year", "discipline");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<ElectiveEntry> {

    private final Map<String, Curriculum> curricula =
        Catalogue.by(
            catalogue.curricula(), c -> c.getProgramme().getCode() + " " + c.getAdmissionYear());
    private final Map<String, Discipline> disciplines =
        Catalogue.by(catalogue.disciplines(), Discipline::getCode);
    private final Map<String, AcademicYear> years = calendars.yearsByName();
    private final Map<Long, List<PlanLine>> lines = new HashMap<>();

    /** What stands for a year: the edition in work, else the one in force. */
    private final Map<String, ElectiveCatalogue> editions = new HashMap<>();

    Records() {
      for (CurriculumItem item : catalogue.items()) {
        lines
            .computeIfAbsent(item.getCurriculum().getId(), c -> new ArrayList<>())
            .add(PlanLine.of(item));
      }
      for (ElectiveCatalogue one : catalogues.all()) {
        ElectiveCatalogue known = editions.get(place(one));
        if (known == null || one.getEdition() > known.getEdition()) {
          editions.put(place(one), one);
        }
      }
      for (ElectiveEntry entry : catalogues.entries()) {
        if (editions.get(place(entry.getCatalogue())) == entry.getCatalogue()) {
          know(key(values(entry)), entry);
        }
      }
    }

    private static String place(ElectiveCatalogue of) {
      return of.getCurriculum().getProgramme().getCode()
          + " "
          + of.getCurriculum().getAdmissionYear()
          + " "
          + of.getAcademicYear().getStartYear();
    }

    private static String place(Map<String, String> values) {
      return values.get("programme")
          + " "
          + values.get("admission_year")
          + " "
          + values.get("year");
    }

    @Override
    protected String key(Map<String, String> values) {
      return place(values) + " " + values.get("discipline");
    }

    @Override
    protected Map<String, String> values(ElectiveEntry entry) {
      ElectiveCatalogue of = entry.getCatalogue();
      Map<String, String> values = new LinkedHashMap<>();
      values.put("programme", of.getCurriculum().getProgramme().getCode());
      values.put("admission_year", String.valueOf(of.getCurriculum().getAdmissionYear()));
      values.put("year", String.valueOf(of.getAcademicYear().getStartYear()));
      values.put("discipline", entry.getDiscipline().getCode());
      values.put("choice_block", entry.getChoiceBlock());
      values.put("term_no", String.valueOf(entry.getTermNo()));
      values.put("languages", entry.getLanguages());
      values.put("description_kk", entry.getDescriptionKk());
      values.put("description_ru", entry.getDescriptionRu());
      values.put("description_en", entry.getDescriptionEn());
      values.put("addition_basis", entry.getAdditionBasis());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Curriculum curriculum =
          curricula.get(values.get("programme") + " " + values.get("admission_year"));
      Discipline discipline = disciplines.get(values.get("discipline"));
      Verdict verdict =
          Checks.known("admission_year", values.get("admission_year"), curriculum)
              .and(Checks.known("year", values.get("year"), years.get(values.get("year"))))
              .and(Checks.known("discipline", values.get("discipline"), discipline))
              .and(Checks.languages("languages", values));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      complete(values, curriculum);
      if (values.get("choice_block") == null || values.get("term_no") == null) {
        values.putIfAbsent("choice_block", "");
        values.putIfAbsent("term_no", "0");
      }
      ElectiveCatalogue edition = editions.get(place(values));
      if (edition != null && !unchanged(values)) {
        verdict = ElectiveSound.mayChange(edition.getStatus());
      }
      int course = Checks.number(values, "year") - curriculum.getAdmissionYear() + 1;
      List<PlanLine> all = lines.getOrDefault(curriculum.getId(), List.of());
      return verdict.and(
          ElectiveSound.judge(
              new ElectiveSound.Wanted(
                  discipline.getCode(),
                  values.get("choice_block"),
                  Checks.number(values, "term_no"),
                  values.get("addition_basis")),
              all,
              TermsOfYear.of(course, curriculum.getProgramme().getYears(), all)));
    }

    /** What a row leaves open follows from the curriculum. */
    private void complete(Map<String, String> values, Curriculum curriculum) {
      List<PlanLine> all = lines.getOrDefault(curriculum.getId(), List.of());
      Optional<PlanLine> line =
          all.stream().filter(one -> one.code().equals(values.get("discipline"))).findFirst();
      line.map(PlanLine::choiceBlock).ifPresent(b -> values.putIfAbsent("choice_block", b));
      line.or(
              () ->
                  all.stream()
                      .filter(one -> Objects.equals(one.choiceBlock(), values.get("choice_block")))
                      .filter(PlanLine::isChoice)
                      .findFirst())
          .ifPresent(one -> values.putIfAbsent("term_no", String.valueOf(one.termNo())));
      values.putIfAbsent("languages", curriculum.getProgramme().getLanguages());
      values.put("languages", String.join(" ", Checks.words(values.get("languages"))));
    }

    private boolean unchanged(Map<String, String> values) {
      return stored(values).map(values::equals).orElse(false);
    }

    @Override
    protected ElectiveEntry create(Map<String, String> values) {
      ElectiveCatalogue draft =
          editions.computeIfAbsent(
              place(values),
              place ->
                  drafts.empty(
                      curricula.get(values.get("programme") + " " + values.get("admission_year")),
                      years.get(values.get("year")),
                      1));
      ElectiveEntry entry =
          new ElectiveEntry(
              draft,
              disciplines.get(values.get("discipline")),
              values.get("choice_block"),
              Checks.number(values, "term_no"),
              values.get("languages"));
      write(entry, values);
      catalogues.add(entry);
      return entry;
    }

    @Override
    protected void change(ElectiveEntry entry, Map<String, String> values) {
      write(entry, values);
    }

    private void write(ElectiveEntry entry, Map<String, String> values) {
      entry.place(
          values.get("choice_block"),
          Checks.number(values, "term_no"),
          values.get("languages"),
          values.get("addition_basis"));
      List<String> words = TONGUES.stream().map(one -> values.get("description_" + one)).toList();
      entry.describe(words.get(0), words.get(1), words.get(2));
      entry.getCatalogue().changedBy(access.current().accountId());
    }
  }
}
