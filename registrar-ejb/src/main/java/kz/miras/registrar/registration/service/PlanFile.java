package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * Individual study plans on paper (domain 3.7), one or many in a file, in each language asked for.
 */
@Stateless
@Guarded
public class PlanFile {

  @Inject private PlanQueries queries;
  @Inject private Students students;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * One plan of the file: what the template shows of it.
   *
   * @param hours of a credit (CRD-1)
   */
  public record Sheet(PlanView plan, Head student, List<Part> parts, int hours) {

    /** The academic year as it is written. */
    public String getYears() {
      return plan.startYear() + "/" + (plan.startYear() + 1);
    }

    /** What was submitted and decided; what was only chosen is nobody's but the student's. */
    public List<PlanView.Event> getSteps() {
      return plan.events().stream().filter(event -> !event.act().equals("CHOSEN")).toList();
    }
  }

  /**
   * Whose plan it is.
   *
   * @param group code; null for none
   */
  public record Head(
      Level level, String programmeCode, LocalizedText programme, String group, int courseYear) {

    private static Head of(Student student) {
      return new Head(
          student.getProgramme().getLevel(),
          student.getProgramme().getCode(),
          student.getProgramme().getName(),
          student.getGroup() == null ? null : student.getGroup().getCode(),
          student.getCourseYear());
    }
  }

  /**
   * A term of a plan.
   *
   * @param credits of its lines
   */
  public record Part(String term, List<PlanView.Line> lines, int credits) {

    /** Credits of each kind of line, for the foot of the table. */
    public Map<EnrolmentType, Integer> kinds() {
      return lines.stream()
          .collect(
              Collectors.toMap(
                  PlanView.Line::type,
                  PlanView.Line::credits,
                  Integer::sum,
                  java.util.TreeMap::new));
    }
  }

  /**
   * Plans the caller may see as one PDF; what is not confirmed says so.
   *
   * @param ids public ids, in the order of the file
   * @param languages one copy of each plan in each of them
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public byte[] print(Collection<UUID> ids, List<Language> languages) {
    List<PlanView> plans = ids.stream().map(queries::plan).toList();
    Map<UUID, Head> heads = new HashMap<>();
    students
        .byUuids(plans.stream().map(PlanView::student).distinct().toList())
        .forEach(student -> heads.put(student.getUuid(), Head.of(student)));
    Map<Level, Integer> hours = new EnumMap<>(Level.class);
    List<Sheet> sheets = new ArrayList<>();
    for (PlanView plan : plans) {
      Head head = heads.get(plan.student());
      sheets.add(
          new Sheet(
              plan,
              head,
              parts(plan),
              hours.computeIfAbsent(
                  head.level(), level -> rules.inForce(level, time.today()).hoursPerCredit())));
    }
    return renderer.render(
        "study-plan",
        languages.get(0),
        model(sheets, languages, settings.localized("name", time.today()), time));
  }

  private static List<Part> parts(PlanView plan) {
    return plan.terms().stream()
        .map(
            term -> {
              List<PlanView.Line> lines =
                  plan.lines().stream().filter(line -> line.term().equals(term)).toList();
              return new Part(term, lines, plan.credits(term));
            })
        .toList();
  }

  /** What the template shows. */
  static Map<String, Object> model(
      List<Sheet> sheets, List<Language> languages, LocalizedText university, UniversityTime time) {
    Function<Language, PdfRenderer.Words> words = PdfRenderer::words;
    Map<String, Object> model = new HashMap<>();
    model.put("sheets", sheets);
    model.put("tongues", languages.stream().map(words).toList());
    model.put("university", university);
    model.put("printed", time.today());
    model.put("zone", time.zone());
    return model;
  }
}
