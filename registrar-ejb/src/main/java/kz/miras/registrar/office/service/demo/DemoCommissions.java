package kz.miras.registrar.office.service.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;

/**
 * The attestation commission of the last graduates with one meeting, whose protocols say what their
 * histories say.
 */
@ApplicationScoped
public class DemoCommissions {

  private static final int MANY = 6;

  /** The latest results of a final attestation that graduates of one programme got on one day. */
  private static final String RESULTS =
      "WITH f AS (SELECT a.student_id, a.discipline_id, a.position, a.percent, a.letter, a.result_on,"
          + " s.programme_id, CONCAT_WS(' ', s.last_name, s.first_name) AS name FROM achievement a"
          + " JOIN student s ON s.id = a.student_id JOIN programme p ON p.id = s.programme_id WHERE"
          + " a.final_attestation AND a.kind = 'FINAL_ATTESTATION' AND a.percent >= 50 AND"
          + " a.discipline_id IS NOT NULL AND s.status = 'GRADUATED' AND p.level = 'BACHELOR' AND"
          + " NOT EXISTS (SELECT 1 FROM achievement n WHERE n.corrects_id = a.id)), g AS (SELECT"
          + " result_on, programme_id FROM f GROUP BY result_on, programme_id ORDER BY result_on"
          + " DESC, COUNT(*) DESC, programme_id LIMIT 1) SELECT f.student_id, f.discipline_id,"
          + " f.position, f.percent, f.letter, f.result_on, f.programme_id FROM f JOIN g ON"
          + " g.result_on = f.result_on AND g.programme_id = f.programme_id ORDER BY f.name,"
          + " f.student_id LIMIT "
          + MANY;

  private static final List<List<String>> TOPICS =
      List.of(
          List.of(
              "Кәсіпорын деректерін талдау жүйесін әзірлеу",
              "Разработка системы анализа данных предприятия",
              "A system for the analysis of an enterprise’s data"),
          List.of(
              "Өңірдегі білім беру қызметтерінің сапасы",
              "Качество образовательных услуг в регионе",
              "The quality of educational services in the region"));

  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("Шешімнің баламаларын қалай салыстырдыңыз?", "Қандай деректер пайдаланылды?"),
          List.of("Чем подтверждаются выводы работы?", "Где результаты внедрены?"));

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  private record Attested(
      long student,
      long discipline,
      long position,
      int percent,
      String letter,
      LocalDate on,
      long programme) {}

  /** Enters it; nothing where nobody has graduated. */
  void enter() {
    try (Connection connection = database.getConnection()) {
      List<Attested> results =
          Statements.list(
              connection,
              RESULTS,
              List.of(),
              row ->
                  new Attested(
                      row.getLong(1),
                      row.getLong(2),
                      row.getLong(3),
                      row.getInt(4),
                      row.getString(5),
                      row.getObject(6, LocalDate.class),
                      row.getLong(7)));
      List<Long> teachers =
          Statements.list(
              connection,
              "SELECT id FROM teacher WHERE active ORDER BY id LIMIT 5",
              List.of(),
              row -> row.getLong(1));
      if (!results.isEmpty() && teachers.size() == 5) {
        enter(connection, results, teachers);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("attestation commissions cannot be entered", e);
    }
  }

  private static void enter(Connection connection, List<Attested> results, List<Long> teachers)
      throws SQLException {
    LocalDate held = results.get(0).on();
    int year = held.getMonthValue() >= 9 ? held.getYear() : held.getYear() - 1;
    long commission = next(connection);
    change(
        connection,
        "INSERT INTO attestation_commission (id, uuid, designation, start_year, order_no,"
            + " order_date, council_no, council_date, valid_from, valid_to, last_protocol, remarks,"
            + " registered_by, registered_at) VALUES (?, ?, 'АК-1', ?, '41-с', ?, '4', ?, ?, ?, ?,"
            + " 'Темы актуальны; чаще привлекать рецензентов с производства.', 'senior', ?)",
        commission,
        UUID.randomUUID().toString(),
        year,
        held.minusDays(60),
        held.minusDays(65),
        held.minusDays(30),
        held.plusDays(10),
        results.size(),
        held.minusDays(59).atTime(LocalTime.of(5, 0)));
    change(
        connection,
        "INSERT INTO attestation_commission_programme (commission_id, programme_id) VALUES (?, ?)",
        commission,
        results.get(0).programme());
    long meeting = next(connection);
    change(
        connection,
        "INSERT INTO attestation_commission_meeting (id, uuid, commission_id, kind, held_on,"
            + " starts_at, ends_at, place, admission_no, admission_on, planned_by, planned_at,"
            + " approved_by, approved_at) VALUES (?, ?, ?, 'DEFENCE', ?, '09:00', '13:00', 'А-201',"
            + " '12-р', ?, 'specialist', ?, 'director', ?)",
        meeting,
        UUID.randomUUID().toString(),
        commission,
        held,
        held.minusDays(20),
        held.minusDays(19).atTime(LocalTime.of(5, 0)),
        held.minusDays(18).atTime(LocalTime.of(5, 0)));
    for (int at = 0; at <= teachers.size(); at++) {
      boolean secretary = at == teachers.size();
      long member = next(connection);
      change(
          connection,
          "INSERT INTO attestation_commission_member (id, commission_id, office, teacher_id,"
              + " account_id) VALUES (?, ?, ?, ?, (SELECT a.id FROM account a WHERE a.login = ?))",
          member,
          commission,
          at == 0 ? "CHAIR" : secretary ? "SECRETARY" : "MEMBER",
          secretary ? null : teachers.get(at),
          secretary ? "specialist" : null);
      change(
          connection,
          "INSERT INTO attestation_commission_presence (meeting_id, member_id) VALUES (?, ?)",
          meeting,
          member);
    }
    for (int at = 0; at < results.size(); at++) {
      protocol(connection, commission, meeting, results.get(at), at + 1);
    }
  }

  private static void protocol(
      Connection connection, long commission, long meeting, Attested one, int number)
      throws SQLException {
    List<String> topic = TOPICS.get(number % TOPICS.size());
    long protocol = next(connection);
    change(
        connection,
        "INSERT INTO attestation_commission_protocol (id, uuid, meeting_id, commission_id,"
            + " student_id, discipline_id, place, kind, topic_kk, topic_ru, topic_en, supervisor,"
            + " reviewer, pages, opinion, review, originality, characteristic, percent,"
            + " prepared_by, prepared_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'DEFENCE', ?, ?, ?,"
            + " 'Ахметов Д. С., доцент', 'Ким В. А., главный инженер', ?, TRUE, TRUE, ?,"
            + " 'Ответы полные, выпускник свободно владеет материалом.', ?, 'specialist', ?)",
        protocol,
        UUID.randomUUID().toString(),
        meeting,
        commission,
        one.student(),
        one.discipline(),
        number,
        topic.get(0),
        topic.get(1),
        topic.get(2),
        60 + number,
        80 + number,
        one.percent(),
        one.on().atTime(LocalTime.of(8, 0)));
    int place = 0;
    for (String question : QUESTIONS.get(number % QUESTIONS.size())) {
      place++;
      change(
          connection,
          "INSERT INTO attestation_commission_question (id, protocol_id, place, asker, question)"
              + " SELECT ?, ?, ?, CONCAT_WS(' ', t.last_name, t.first_name), ? FROM"
              + " attestation_commission_member m JOIN teacher t ON t.id = m.teacher_id WHERE"
              + " m.commission_id = ? ORDER BY m.id LIMIT 1",
          next(connection),
          protocol,
          place,
          question,
          commission);
    }
    change(
        connection,
        "UPDATE attestation_commission_protocol SET signed_by = 'teacher', signed_at = ?, number ="
            + " ?, sign = ?, decision = 'AWARDED', position = ? WHERE id = ?",
        one.on().atTime(LocalTime.of(9, 0)),
        number,
        one.letter(),
        one.position(),
        protocol);
  }

  private static long next(Connection connection) throws SQLException {
    return Statements.list(
            connection, "SELECT NEXT VALUE FOR attestation_seq", List.of(), row -> row.getLong(1))
        .get(0);
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    Statements.change(connection, sql, Arrays.asList(values));
  }
}
