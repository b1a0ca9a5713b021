package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanView.Line;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.student.service.Students;

/**
 * Individual study plans on paper (domain 3.7), one or many in a file, in each language asked for.
 */
@Stateless
@Guarded
public class PlanFile {

  @Inject private PlanQueries queries;
  @Inject private PlanPapers papers;
  @Inject private PlanShapes shapes;
  @Inject private Students students;
  @Inject private AcademicRecord record;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * One plan of the file: what the template shows of it.
   *
   * @param hours of a credit (CRD-1)
   * @param prerequisites codes by code of discipline
   * @param recognised what was studied before and counts (IUP-4)
   */
  public record Sheet(
      PlanView plan,
      Head head,
      List<Part> parts,
      int hours,
      Map<String, String> prerequisites,
      List<AcademicRecord.Recognised> recognised,
      List<PlanShapes.Step> steps)
      implements Serializable {

    /** The academic year as it is written. */
    public String getYears() {
      return plan.startYear() + "/" + (plan.startYear() + 1);
    }

    /** Credits of the year by cycle. */
    public Map<Cycle, Integer> cycles() {
      return sum(parts.stream().flatMap(part -> part.lines().stream()).toList(), Line::cycle);
    }

    /** Credits of the year. */
    public int credits() {
      return parts.stream().mapToInt(Part::credits).sum();
    }
  }

  /**
   * Whose plan it is.
   *
   * @param programme code
   * @param programmes code of the group of programmes (ГОП); null for none
   * @param group code of the academic group; null for none
   * @param language tag of the language of study
   */
  public record Head(
      Level level,
      String programme,
      LocalizedText programmeName,
      String programmes,
      String group,
      int courseYear,
      StudyForm form,
      String language,
      Funding funding)
      implements Serializable {

    private static Head of(Student student) {
      return new Head(
          student.getProgramme().getLevel(),
          student.getProgramme().getCode(),
          student.getProgramme().getName(),
          student.getProgramme().getGroupCode(),
          student.getGroup() == null ? null : student.getGroup().getCode(),
          student.getCourseYear(),
          student.getStudyForm(),
          student.getStudyLanguage().tag(),
          student.getFunding());
    }
  }

  /** A term of a plan. */
  public record Part(String term, List<Line> lines) implements Serializable {

    public int credits() {
      return lines.stream().mapToInt(Line::counted).sum();
    }

    /** Credits of each kind of line, for the foot of the table. */
    public Map<EnrolmentType, Integer> kinds() {
      return sum(lines, Line::type);
    }

    /** Credits of each cycle; what belongs to none is left out. */
    public Map<Cycle, Integer> cycles() {
      return sum(lines, Line::cycle);
    }
  }

  private static <K> Map<K, Integer> sum(List<Line> lines, Function<Line, K> by) {
    return lines.stream()
        .filter(line -> by.apply(line) != null)
        .collect(Collectors.toMap(by, Line::counted, Integer::sum, TreeMap::new));
  }

  /**
   * Plans the caller may see as one PDF; what is not confirmed says so, and what is only chosen is
   * not printed.
   *
   * @param ids public ids, in the order of the file
   * @param languages one copy of each plan in each of them
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public byte[] print(Collection<UUID> ids, List<Language> languages) {
    return renderer.render(
        "study-plan",
        languages.get(0),
        PlanModel.of(
            sheets(ids),
            languages,
            settings.localized("name", time.today()),
            time.today(),
            time.zone()));
  }

  /** What a file of plans the caller may see prints of each of them. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public List<Sheet> sheets(Collection<UUID> ids) {
    List<PlanView> plans = ids.stream().map(queries::plan).toList();
    Map<UUID, Student> of = new HashMap<>();
    students
        .byUuids(plans.stream().map(PlanView::student).distinct().toList())
        .forEach(student -> of.put(student.getUuid(), student));
    Map<Level, Integer> hours = new EnumMap<>(Level.class);
    Map<String, String> prerequisites = papers.prerequisites(plans);
    List<Sheet> sheets = new ArrayList<>();
    for (PlanView plan : plans) {
      Student student = of.get(plan.student());
      Head head = Head.of(student);
      sheets.add(
          new Sheet(
              plan,
              head,
              parts(plan),
              hours.computeIfAbsent(
                  head.level(), level -> rules.inForce(level, time.today()).hoursPerCredit()),
              prerequisites,
              record.recognised(student.getId()),
              shapes.steps(plan)));
    }
    return sheets;
  }

  /** The lines somebody besides the student knows of, term by term. */
  static List<Part> parts(PlanView plan) {
    Map<String, List<Line>> terms = new LinkedHashMap<>();
    for (Line line : plan.lines()) {
      if (line.status() != PlanLineStatus.CHOSEN) {
        terms.computeIfAbsent(line.term(), term -> new ArrayList<>()).add(line);
      }
    }
    return terms.entrySet().stream().map(one -> new Part(one.getKey(), one.getValue())).toList();
  }
}
