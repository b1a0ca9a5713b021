package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.elective.DemandRulings;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.Needed;
import kz.miras.registrar.registration.service.TermPlanner.Opened;
import kz.miras.registrar.registration.service.elective.ElectiveCatalogues;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Student;

/** Gathers what is known of disciplines a student may plan. */
@ApplicationScoped
class Candidates {

  private static final String OPENS =
      "SELECT r.requires_id, d.code, d.name_kk, d.name_ru, d.name_en FROM prerequisite r JOIN discipline d ON d.id ="
          + " r.discipline_id JOIN curriculum_item i ON i.discipline_id = d.id WHERE"
          + " i.curriculum_id = ? ORDER BY d.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private PlanSources sources;
  @Inject private AcademicRecord record;
  @Inject private TermOfferings offerings;
  @Inject private Catalogue catalogue;
  @Inject private ElectiveCatalogues electives;
  @Inject private PlanStore plans;
  @Inject private DecidedDemand demand;

  /** What curriculum and catalogue of electives have together for the year of a term. */
  List<PlannedItem> items(Student student, Term term) {
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

  /** What the history and the running terms say of these disciplines and what they need. */
  Known known(Student student, Term term, Collection<Discipline> disciplines) {
    Set<Long> ids = new HashSet<>();
    for (Discipline discipline : disciplines) {
      ids.add(discipline.getId());
      discipline.getPrerequisites().forEach(needed -> ids.add(needed.getId()));
    }
    Map<Long, AcademicRecord.Past> past = record.past(student.getId(), ids);
    Set<Long> studied = new HashSet<>(sources.studiedBefore(student.getId(), term));
    studied.addAll(AcademicRecord.awaited(past));
    return new Known(
        past,
        studied,
        opens(student),
        planned(student, term),
        student.getProgramme().getLevel() == Level.BACHELOR,
        demand.of(term.getId()),
        Map.of());
  }

  /**
   * The same with where these disciplines are offered in the term, as the student may take them.
   */
  Known offered(Student student, Known known, Term term, Set<String> codes) {
    Map<String, List<Offered>> offered = new HashMap<>();
    for (Offered one : offerings.of(student.getId(), term.getCode(), codes)) {
      offered.computeIfAbsent(one.discipline(), key -> new ArrayList<>()).add(one);
    }
    return new Known(
        known.past(),
        known.studied(),
        known.opens(),
        known.planned(),
        known.bound(),
        known.decided(),
        offered);
  }

  /**
   * What is known of disciplines.
   *
   * @param studied keys of those studied in a term before this one, without a mark the caller may
   *     know
   * @param opens what needs a discipline, by its key
   * @param planned language a line of the plan has in the term, by key of the discipline
   * @param bound whether the office may refuse the student an elective few have chosen
   * @param decided in which languages no group is opened
   * @param offered by code of the discipline
   */
  record Known(
      Map<Long, AcademicRecord.Past> past,
      Set<Long> studied,
      Map<Long, List<Opened>> opens,
      Map<Long, String> planned,
      boolean bound,
      DemandRulings decided,
      Map<String, List<Offered>> offered) {

    AcademicRecord.Past past(Discipline discipline) {
      return past.get(discipline.getId());
    }

    Candidate candidate(PlannedItem item) {
      Discipline discipline = item.discipline();
      List<Needed> needs =
          discipline.getPrerequisites().stream()
              .sorted(Comparator.comparing(Discipline::getCode))
              .map(
                  one ->
                      new Needed(
                          one.getCode(),
                          one.getName(),
                          NeededStanding.of(past(one).standing(), studied.contains(one.getId()))))
              .toList();
      return new Candidate(
          discipline.getCode(),
          discipline.getName(),
          discipline.getCredits(),
          discipline.getKind(),
          item.cycle(),
          item.component(),
          past(discipline).standing(),
          needs,
          opens.getOrDefault(discipline.getId(), List.of()),
          offered.getOrDefault(discipline.getCode(), List.of()),
          item.languagesWith(
              planned.get(discipline.getId()),
              bound ? decided.refused(discipline.getId()) : Set.of(),
              language -> decided.instead(discipline.getId(), language)),
          item.basis());
    }
  }

  private Map<Long, List<Opened>> opens(Student student) {
    Map<Long, List<Opened>> opens = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OPENS)) {
      select.setLong(1, student.getCurriculum().getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          opens
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new Opened(
                      row.getString(2),
                      LocalizedText.of(row.getString(3), row.getString(4), row.getString(5))));
        }
      }
      return opens;
    } catch (SQLException e) {
      throw new IllegalStateException("what disciplines open cannot be read", e);
    }
  }
}
