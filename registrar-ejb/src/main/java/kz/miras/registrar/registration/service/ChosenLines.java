package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Disciplines students have chosen before there are groups, as the office decides about them. */
@ApplicationScoped
public class ChosenLines {

  private static final String WHO =
      "SELECT DISTINCT p.student_id FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id"
          + " WHERE l.term_id = ? AND l.discipline_id = ? AND l.language = ? AND l.offering_id IS"
          + " NULL AND l.status IN ('CHOSEN', 'SUBMITTED', 'APPROVED', 'REGISTERED') AND p.status <>"
          + " 'CLOSED' ORDER BY p.student_id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private Seats seats;
  @Inject private Students students;
  @Inject private Notices notices;

  /** What is chosen, and in which language. */
  public record Chosen(Term term, Discipline discipline, Language language) {}

  /** Tells everybody who has chosen it that it is offered. */
  public int opened(Chosen chosen, String offering) {
    List<Long> who = who(chosen);
    who.forEach(
        student ->
            notices.tellStudent(
                student, "registration.notice.chosen-opened", PlanQueries.OWN_PAGE, offering));
    return who.size();
  }

  /** The lines come back to their students, who choose again. */
  public int giveBack(Chosen chosen, String remark) {
    int done = 0;
    for (long student : who(chosen)) {
      done +=
          change(
              student,
              chosen,
              "RETURNED",
              remark,
              (plan, keys) -> {
                Map<Long, String> remarks = new HashMap<>();
                keys.forEach(key -> remarks.put(key, remark));
                return plan.giveBack(remarks, null);
              });
      notices.tellStudent(
          student,
          "registration.notice.chosen-refused",
          PlanQueries.OWN_PAGE,
          chosen.discipline().getCode(),
          remark);
    }
    return done;
  }

  /** The lines go on in another language; students who mind may still choose again. */
  public int translate(Chosen chosen, Language into, String remark) {
    int done = 0;
    for (long student : who(chosen)) {
      done +=
          change(
              student,
              chosen,
              "CHANGED",
              remark,
              (plan, keys) -> plan.with(keys, line -> line.as(line.type(), into)));
      notices.tellStudent(
          student,
          "registration.notice.chosen-merged",
          PlanQueries.OWN_PAGE,
          chosen.discipline().getCode(),
          into,
          remark);
    }
    return done;
  }

  private int change(
      long student,
      Chosen chosen,
      String act,
      String remark,
      BiFunction<StudyPlan, List<Long>, StudyPlan> how) {
    seats.takeTurn(List.of(student));
    StudyPlan before = plans.of(student, chosen.term().getAcademicYear().getId()).orElseThrow();
    List<Long> keys =
        before.lines().stream()
            .filter(line -> isMeant(line, chosen))
            .map(StudyPlanLine::id)
            .toList();
    if (!keys.isEmpty()) {
      Student of = students.byId(student).orElseThrow();
      history.store(before, how.apply(before, keys), of, act, remark);
    }
    return keys.size();
  }

  private static boolean isMeant(StudyPlanLine line, Chosen chosen) {
    return line.term() == chosen.term().getId()
        && line.discipline() == chosen.discipline().getId()
        && line.language() == chosen.language()
        && line.offering() == null
        && line.status() != PlanLineStatus.RETURNED
        && line.status() != PlanLineStatus.REMOVED;
  }

  private List<Long> who(Chosen chosen) {
    List<Long> who = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(WHO)) {
      select.setLong(1, chosen.term().getId());
      select.setLong(2, chosen.discipline().getId());
      select.setString(3, chosen.language().tag());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          who.add(row.getLong(1));
        }
      }
      return who;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
