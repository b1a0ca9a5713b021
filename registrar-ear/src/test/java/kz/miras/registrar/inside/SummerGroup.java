package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.SummerScene.account;
import static kz.miras.registrar.inside.SummerScene.approved;
import static kz.miras.registrar.inside.SummerScene.desk;
import static kz.miras.registrar.inside.SummerScene.refused;
import static kz.miras.registrar.inside.SummerScene.view;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.summer.SummerView;

/** A summer group with students who have paid, in a semester that runs today. */
record SummerGroup(String plan, String line, String section, List<String> students, long teacher) {

  static SummerGroup of(int from, SummerPurpose purpose, Letter failed) throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    List<String> students = SummerScene.students(from, 3);
    List<String> logins = new ArrayList<>();
    for (String student : students) {
      if (failed != null) {
        Marks.arrives(
            key(student),
            Scene.number(
                "SELECT MIN(o.id) FROM offering o JOIN discipline d ON d.id = o.discipline_id"
                    + " WHERE d.code = ?",
                plan.disciplines().get(0).code()),
            failed);
      }
      String login = account(student);
      logins.add(login);
      assertThat(refused(login, () -> desk().apply(null, line, purpose))).isEmpty();
    }
    SummerScene.check(line);
    assertThat(Inside.as(Scene.holding("SEN"), () -> desk().open(line, 1, 10)).done()).isEqualTo(3);
    String accounting = Scene.holding("ACC");
    for (String login : logins) {
      String asked = view(login, plan.id()).own().get(0).paymentId();
      Mark mark = new Mark(Scene.today(), "SC" + Scene.next("registration_seq"), null);
      assertThat(refused(accounting, () -> Inside.bean(PaymentDesk.class).confirm(asked, mark)))
          .isEmpty();
    }
    String section =
        Scene.text(
            "SELECT s.uuid FROM section s JOIN summer_discipline d ON d.offering_id ="
                + " s.offering_id WHERE d.uuid = ?",
            line);
    long teacher = Scene.number("SELECT MIN(id) FROM teacher");
    Scene.change(
        "INSERT INTO section_teacher (id, section_id, teacher_id, duty, valid_from) SELECT ?, id,"
            + " ?, 'TEACHER', ? FROM section WHERE uuid = ?",
        Scene.next("registration_seq"),
        teacher,
        Scene.today().minusDays(30).toString(),
        section);
    return new SummerGroup(plan.id(), line, section, students, teacher);
  }

  /** The semester runs from one day to another. */
  void lasts(LocalDate from, LocalDate to) throws SQLException {
    Scene.change(
        "UPDATE term t JOIN summer_plan p ON p.term_id = t.id SET t.starts_on = ?, t.ends_on = ?"
            + " WHERE p.uuid = ?",
        from.toString(),
        to.toString(),
        plan);
  }

  LocalDate day(String column) throws SQLException {
    return LocalDate.parse(
        Scene.text(
            "SELECT CAST(t."
                + column
                + " AS CHAR) FROM term t JOIN summer_plan p ON p.term_id ="
                + " t.id WHERE p.uuid = ?",
            plan));
  }

  static long key(String student) throws SQLException {
    return Scene.number("SELECT id FROM student WHERE student_no = ?", student);
  }
}
