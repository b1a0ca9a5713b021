package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.office.consultation.AskerKind;
import kz.miras.registrar.office.consultation.BookingPolicy;
import kz.miras.registrar.office.service.consultation.Consultations.Asker;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Who asks, and by which rules: a student by those of the own level, everybody else by the usual.
 */
@ApplicationScoped
class Askers {

  private static final String STUDENT =
      "SELECT s.id, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic) AS name, a.id AS"
          + " account, a.login FROM student s LEFT JOIN account a ON a.student_id = s.id WHERE ";
  private static final String TEACHER =
      "SELECT t.id, CONCAT_WS(' ', t.last_name, t.first_name, t.patronymic) AS name, (SELECT"
          + " MIN(a.id) FROM account a WHERE a.teacher_id = t.id) AS account FROM teacher t WHERE ";

  @Inject private Rows rows;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** The caller, by the name the university knows. */
  Asker of(Actor actor) {
    if (actor.studentId() != null) {
      String name =
          rows.one(STUDENT + "s.id = ?", row -> row.getString("name"), actor.studentId())
              .orElseThrow();
      return new Asker(
          actor.accountId(), actor.login(), actor.studentId(), null, AskerKind.STUDENT, name);
    }
    if (actor.teacherId() != null) {
      String name =
          rows.one(TEACHER + "t.id = ?", row -> row.getString("name"), actor.teacherId())
              .orElseThrow();
      return new Asker(
          actor.accountId(), actor.login(), null, actor.teacherId(), AskerKind.TEACHER, name);
    }
    String name =
        rows.one(
                "SELECT display_name FROM account WHERE id = ?",
                row -> row.getString(1),
                actor.accountId())
            .orElseThrow();
    return new Asker(actor.accountId(), actor.login(), null, null, AskerKind.STAFF, name);
  }

  /** A student of a number, whether there is an account or not; empty where there is none. */
  Optional<Asker> student(String number) {
    return rows.one(
        STUDENT + "s.student_no = ?",
        row ->
            new Asker(
                Rows.key(row, "account"),
                row.getString("login"),
                row.getLong("id"),
                null,
                AskerKind.STUDENT,
                row.getString("name")),
        number);
  }

  /** A teacher of a personnel number, whether there is an account or not. */
  Optional<Asker> teacher(String personnelNo) {
    return rows.one(
        TEACHER + "t.personnel_no = ?",
        row ->
            new Asker(
                Rows.key(row, "account"),
                null,
                null,
                row.getLong("id"),
                AskerKind.TEACHER,
                row.getString("name")),
        personnelNo);
  }

  /** The rules in force today for somebody. */
  BookingPolicy policy(Asker asker) {
    return new BookingPolicy(rules(asker.student()));
  }

  /**
   * The rules in force today.
   *
   * @param student key; null for nobody who studies
   */
  RuleSet rules(Long student) {
    Level level =
        student == null
            ? Level.BACHELOR
            : rows.one(
                    "SELECT p.level FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                        + " s.id = ?",
                    row -> Level.valueOf(row.getString(1)),
                    student)
                .orElse(Level.BACHELOR);
    return rules.inForce(level, time.today());
  }
}
