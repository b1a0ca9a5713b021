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
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.plan.DegreeAudit;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.plan.GraduationWay;
import kz.miras.registrar.registration.rule.CreditRoom;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** How far a student is from the degree, and the shortest way there. */
@Stateless
@Guarded
public class DegreeQueries {

  /** Whether a place in a queue is one that only takes the place of something that counts. */
  private static final String LATER =
      "(EXISTS (SELECT 1 FROM enrolment w JOIN enrolment r ON r.id = w.replaces_id WHERE w.id = %1$s"
          + " AND w.status IN ('REQUESTED', 'WAITLISTED') AND r.status IN ('REQUESTED', 'WAITLISTED',"
          + " 'ENROLLED')) OR EXISTS (SELECT 1 FROM study_plan_line i WHERE i.enrolment_id = %1$s"
          + " AND i.instead_of_id IS NOT NULL))";

  private static final String AHEAD =
      "SELECT o.discipline_id, t.starts_on <= university_today() FROM enrolment e JOIN offering o ON"
          + " o.id = e.offering_id JOIN term t ON t.id = o.term_id WHERE e.student_id = ? AND"
          + " (e.status = 'ENROLLED' OR e.status IN ('REQUESTED', 'WAITLISTED') AND t.starts_on >"
          + " university_today()) AND NOT "
          + LATER.formatted("e.id")
          + " UNION ALL SELECT l.discipline_id, FALSE FROM study_plan_line l JOIN"
          + " study_plan p ON p.id = l.plan_id JOIN term t ON t.id = l.term_id WHERE p.student_id = ?"
          + " AND l.status <> 'REMOVED' AND t.ends_on >= university_today() AND l.instead_of_id IS NULL"
          + " AND NOT "
          + LATER.formatted("l.enrolment_id");

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StudentScope scope;
  @Inject private DegreeReader reader;
  @Inject private AcademicRecord record;
  @Inject private Calendars calendars;
  @Inject private TermRules rules;
  @Inject private RuleBook book;
  @Inject private UniversityTime time;

  /**
   * A student's degree.
   *
   * @param programme code
   * @param limit credits of a term the way keeps to
   */
  public record Degree(
      UUID student,
      String studentNo,
      String name,
      String programme,
      LocalizedText programmeName,
      int courseYear,
      int limit,
      DegreeAudit audit,
      GraduationWay way)
      implements Serializable {}

  /** What runs and what is planned, by key of discipline. */
  private record Ahead(Set<Long> studied, Set<Long> planned) {}

  /**
   * Holds the curriculum of a student against what was done.
   *
   * @param student public id or number
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Degree of(String student) {
    Student found = scope.visible(student, Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    DegreeReader.Own own = reader.read(found);
    Ahead ahead = ahead(found.getId());
    Map<String, Collection<String>> needs = new HashMap<>();
    Map<String, Collection<String>> goesWith = new HashMap<>();
    for (Discipline discipline : own.disciplines()) {
      needs.put(discipline.getCode(), open(discipline.getPrerequisites(), own.past(), ahead));
      goesWith.put(discipline.getCode(), open(discipline.getCorequisites(), own.past(), ahead));
    }
    DegreeAudit audit = reader.audit(own, discipline -> state(discipline, own.past(), ahead));
    Next next = next(found.getProgramme().getLevel());
    int limit = limit(found, next.rules());
    return new Degree(
        found.getUuid(),
        found.getStudentNo(),
        found.fullName(),
        found.getProgramme().getCode(),
        found.getProgramme().getName(),
        found.getCourseYear(),
        limit,
        audit,
        GraduationWay.of(
            audit,
            code -> needs.getOrDefault(code, List.of()),
            code -> goesWith.getOrDefault(code, List.of()),
            next.term(),
            limit));
  }

  /** Codes of those of these disciplines that are neither passed nor studied. */
  private static List<String> open(
      Collection<Discipline> needed, Map<Long, AcademicRecord.Past> past, Ahead ahead) {
    return needed.stream()
        .filter(one -> !state(one, past, ahead).isBehind())
        .map(Discipline::getCode)
        .sorted()
        .toList();
  }

  /** REG-8. The usual limit of the student, which a low GPA may lower. */
  private int limit(Student student, RuleSet set) {
    PlanFacts facts =
        PlanFacts.of(student.getProgramme().getLevel(), time.now().atZone(time.zone()))
            .gpa(record.gpa(student.getId(), set).orElse(null))
            .build();
    return CreditRoom.of(List.of(), facts, set).usual();
  }

  private static DegreeState state(
      Discipline discipline, Map<Long, AcademicRecord.Past> past, Ahead ahead) {
    long id = discipline.getId();
    AcademicRecord.Past known = past.get(id);
    boolean studied = ahead.studied().contains(id) || known.awaited();
    return DegreeState.of(known, studied, ahead.planned().contains(id));
  }

  private Ahead ahead(long student) {
    Ahead ahead = new Ahead(new HashSet<>(), new HashSet<>());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(AHEAD)) {
      select.setLong(1, student);
      select.setLong(2, student);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          (row.getBoolean(2) ? ahead.studied() : ahead.planned()).add(row.getLong(1));
        }
      }
      return ahead;
    } catch (SQLException e) {
      throw new IllegalStateException("what is studied cannot be read", e);
    }
  }

  /** The next term to register for, be it in the calendar yet or not, and its rules. */
  private record Next(TermRef term, RuleSet rules) {}

  private Next next(Level level) {
    LocalDate today = time.today();
    return calendars.terms().stream()
        .filter(term -> term.getStartsOn().isAfter(today) && !term.getType().isSummer())
        .min(Comparator.comparing(Term::getStartsOn))
        .map(term -> new Next(term.ref(), rules.of(level, term)))
        .orElseGet(
            () ->
                new Next(
                    calendars
                        .current(today)
                        .map(Term::ref)
                        .map(DegreeQueries::after)
                        .orElse(TermRef.autumn(today.getYear())),
                    book.inForce(level, today)));
  }

  private static TermRef after(TermRef now) {
    return switch (now.type()) {
      case AUTUMN -> TermRef.spring(now.yearStart());
      case TRIMESTER_1 -> new TermRef(now.yearStart(), TermType.TRIMESTER_2);
      case TRIMESTER_2 -> new TermRef(now.yearStart(), TermType.TRIMESTER_3);
      case TRIMESTER_3 -> new TermRef(now.yearStart() + 1, TermType.TRIMESTER_1);
      case SPRING, SUMMER -> TermRef.autumn(now.yearStart() + 1);
    };
  }
}
