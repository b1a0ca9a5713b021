package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.elective.ElectiveCatalogues;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * A coming term as a student's programme prescribes it: what is compulsory, what is chosen by block
 * from the catalogue of the year, which debts may be taken, what each discipline needs and opens.
 */
@Stateless
@Guarded
public class TermPlanner {

  private static final String OPENS =
      "SELECT r.requires_id, d.code FROM prerequisite r JOIN discipline d ON d.id ="
          + " r.discipline_id JOIN curriculum_item i ON i.discipline_id = d.id WHERE"
          + " i.curriculum_id = ? ORDER BY d.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StudentScope scope;
  @Inject private PlanWishes terms;
  @Inject private PlanSources sources;
  @Inject private TermPictures pictures;
  @Inject private Catalogue catalogue;
  @Inject private ElectiveCatalogues electives;
  @Inject private PlanStore plans;
  @Inject private AcademicRecord record;
  @Inject private TermOfferings offerings;

  /**
   * What a student may plan for a term.
   *
   * @param termNo number of the term in the curriculum; 0 for the summer semester
   * @param language tag of the language the student studies in
   * @param parts compulsory disciplines first, then each choice block, then debts
   */
  public record TermPlan(String term, int termNo, String language, List<Part> parts)
      implements Serializable {

    /** Every discipline of every part. */
    public List<Candidate> candidates() {
      return parts.stream().flatMap(part -> part.candidates().stream()).toList();
    }
  }

  /**
   * Disciplines that belong together.
   *
   * @param block name of the choice block; null for what is compulsory
   * @param credits to be chosen from the block; of all together where there is no choice
   * @param type why they are taken
   */
  public record Part(String block, int credits, EnrolmentType type, List<Candidate> candidates)
      implements Serializable {

    public boolean isChoice() {
      return block != null;
    }
  }

  /** A discipline another one needs. */
  public record Needed(String code, NeededStanding standing) implements Serializable {

    public boolean isMet() {
      return standing == NeededStanding.PASSED;
    }
  }

  /**
   * A discipline that may be planned.
   *
   * @param standing how it stands in the history
   * @param needs its prerequisites
   * @param opens codes of disciplines of the programme that need it
   * @param offerings where it can be taken this term; empty before sections exist
   * @param languages tags of the languages it is taught in, as programme or catalogue say
   * @param basis decision by which the catalogue of the year adds it; null where the curriculum has
   *     it
   */
  public record Candidate(
      String code,
      LocalizedText name,
      int credits,
      DisciplineKind kind,
      Cycle cycle,
      Component component,
      AcademicRecord.Standing standing,
      List<Needed> needs,
      List<String> opens,
      List<Offered> offerings,
      List<String> languages,
      String basis)
      implements Serializable {

    public boolean isPassed() {
      return standing == AcademicRecord.Standing.PASSED;
    }
  }

  /**
   * The term of a student.
   *
   * @param student public id or number
   * @param term code of the term
   */
  @RolesAllowed({Permissions.PLAN_MAKE, Permissions.PLAN_READ})
  public TermPlan plan(String student, String term) {
    Student found = scope.visible(student, Permissions.PLAN_MAKE, Permissions.PLAN_READ);
    Term wanted = terms.term(term);
    int termNo = pictures.termNo(found, wanted);
    List<PlannedItem> items = items(found, wanted);
    Set<Long> ids = new HashSet<>();
    for (PlannedItem item : items) {
      ids.add(item.discipline().getId());
      item.discipline().getPrerequisites().forEach(needed -> ids.add(needed.getId()));
    }
    Map<Long, AcademicRecord.Past> past = record.past(found.getId(), ids);
    Set<Long> studied = sources.studiedBefore(found.getId(), wanted);
    Map<Long, String> planned = planned(found, wanted);
    List<PlannedItem> due = new ArrayList<>();
    List<PlannedItem> debts = new ArrayList<>();
    for (PlannedItem item : items) {
      long discipline = item.discipline().getId();
      AcademicRecord.Standing standing = past.get(discipline).standing();
      boolean offered =
          !item.isLeftOut()
              || standing == AcademicRecord.Standing.PASSED
              || planned.containsKey(discipline);
      if (item.termNo() == termNo && offered) {
        due.add(item);
      } else if (standing == AcademicRecord.Standing.FAILED) {
        debts.add(item);
      }
    }
    Set<String> codes = new TreeSet<>();
    due.forEach(item -> codes.add(item.discipline().getCode()));
    debts.forEach(item -> codes.add(item.discipline().getCode()));
    Map<String, List<Offered>> offered = new HashMap<>();
    for (Offered one : offerings.of(term, codes)) {
      offered.computeIfAbsent(one.discipline(), key -> new ArrayList<>()).add(one);
    }
    Details details = new Details(past, studied, opens(found), offered, planned);
    List<Part> parts = new ArrayList<>(parts(due, details));
    if (!debts.isEmpty()) {
      parts.add(
          new Part(
              null,
              debts.stream().mapToInt(item -> item.discipline().getCredits()).sum(),
              EnrolmentType.RETAKE,
              debts.stream().map(details::candidate).toList()));
    }
    return new TermPlan(term, termNo, found.getStudyLanguage().tag(), parts);
  }

  private List<PlannedItem> items(Student student, Term term) {
    long curriculum = student.getCurriculum().getId();
    return PlannedItem.of(
        catalogue.items(curriculum),
        electives.published(curriculum, term.getAcademicYear().getId()),
        sources.of(student, term),
        student.getProgramme().getLanguages());
  }

  /**
   * Languages of the disciplines the plan has in the term: they are shown even if they are offered
   * no more.
   */
  private Map<Long, String> planned(Student student, Term term) {
    Map<Long, String> planned = new HashMap<>();
    plans
        .of(student.getId(), term.getAcademicYear().getId())
        .ifPresent(
            plan ->
                plan.lines().stream()
                    .filter(line -> line.term() == term.getId())
                    .forEach(line -> planned.put(line.discipline(), line.language().tag())));
    return planned;
  }

  private static List<Part> parts(List<PlannedItem> due, Details details) {
    List<PlannedItem> fixed = due.stream().filter(item -> item.block() == null).toList();
    Map<String, List<PlannedItem>> blocks = new LinkedHashMap<>();
    due.stream()
        .filter(item -> item.block() != null)
        .forEach(item -> blocks.computeIfAbsent(item.block(), key -> new ArrayList<>()).add(item));
    List<Part> parts = new ArrayList<>();
    if (!fixed.isEmpty()) {
      parts.add(
          new Part(
              null,
              fixed.stream().mapToInt(item -> item.discipline().getCredits()).sum(),
              EnrolmentType.MAIN,
              fixed.stream().map(details::candidate).toList()));
    }
    blocks.forEach(
        (name, items) ->
            parts.add(
                new Part(
                    name,
                    items.get(0).blockCredits(),
                    EnrolmentType.MAIN,
                    items.stream().map(details::candidate).toList())));
    return parts;
  }

  /** What is known of disciplines. */
  private record Details(
      Map<Long, AcademicRecord.Past> past,
      Set<Long> studied,
      Map<Long, List<String>> opens,
      Map<String, List<Offered>> offered,
      Map<Long, String> planned) {

    Candidate candidate(PlannedItem item) {
      Discipline discipline = item.discipline();
      List<Needed> needs =
          discipline.getPrerequisites().stream()
              .sorted(Comparator.comparing(Discipline::getCode))
              .map(
                  one ->
                      new Needed(
                          one.getCode(),
                          NeededStanding.of(
                              past.get(one.getId()).standing(), studied.contains(one.getId()))))
              .toList();
      return new Candidate(
          discipline.getCode(),
          discipline.getName(),
          discipline.getCredits(),
          discipline.getKind(),
          item.cycle(),
          item.component(),
          past.get(discipline.getId()).standing(),
          needs,
          opens.getOrDefault(discipline.getId(), List.of()),
          offered.getOrDefault(discipline.getCode(), List.of()),
          item.languagesWith(planned.get(discipline.getId())),
          item.basis());
    }
  }

  private Map<Long, List<String>> opens(Student student) {
    Map<Long, List<String>> opens = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OPENS)) {
      select.setLong(1, student.getCurriculum().getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          opens.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(row.getString(2));
        }
      }
      return opens;
    } catch (SQLException e) {
      throw new IllegalStateException("what disciplines open cannot be read", e);
    }
  }
}
