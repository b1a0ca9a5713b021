package kz.miras.registrar.office.service.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.diploma.DiplomaSeries;
import kz.miras.registrar.transcript.service.RegisterNumbers;
import kz.miras.registrar.transcript.service.diploma.DiplomaChecking;
import kz.miras.registrar.transcript.service.diploma.DiplomaStore;

/** Diplomas of last summer's graduates: most handed out, some in work, of some nothing yet. */
@ApplicationScoped
public class DemoDiplomas {

  private static final int MANY = 18;

  private static final String WHO =
      "SELECT s.id, c.effective_on, s.last_name, s.first_name FROM student s JOIN programme p ON"
          + " p.id = s.programme_id JOIN student_status_change c ON c.student_id = s.id AND"
          + " c.to_status = 'GRADUATED' WHERE s.status = 'GRADUATED' AND p.level = 'BACHELOR' AND"
          + " s.previous_education IS NOT NULL ORDER BY s.id LIMIT "
          + MANY;

  private static final String INSERT =
      "INSERT INTO diploma (id, uuid, student_id, series, qualification_kk, qualification_ru,"
          + " qualification_en, protocol, decided_on, topic_kk, topic_ru, topic_en, number, qr_text,"
          + " number_order, honours, status, drafted_by, drafted_at, numbered_by, numbered_at,"
          + " approved_by, approved_at, book_year, book_number, handed_on, handed_by, received_by)"
          + " VALUES (NEXT VALUE FOR diploma_seq, ?, ?, ?, 'білім беру бағдарламасы бойынша"
          + " бакалавр', 'бакалавр по образовательной программе', 'bachelor in the educational"
          + " programme', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'specialist', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final List<List<String>> TOPICS =
      List.of(
          List.of(
              "Өңірдің ашық деректерін талдау",
              "Анализ открытых данных региона",
              "Analysis of open data of the region"),
          List.of(
              "Шағын бизнесті цифрландыру",
              "Цифровизация малого бизнеса",
              "Digitalisation of small business"),
          List.of(
              "Студенттердің оқу жетістіктерін бағалау",
              "Оценка учебных достижений студентов",
              "Assessment of students’ achievements"));

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DiplomaChecking checking;
  @Inject private DiplomaStore store;

  private record Graduate(long id, LocalDate on, String name) {}

  /** The first are handed out, then one approved, one numbered, one drafted. */
  void enter() {
    try (Connection connection = database.getConnection()) {
      List<Graduate> graduates =
          Statements.list(
              connection,
              WHO,
              List.of(),
              row ->
                  new Graduate(
                      row.getLong(1),
                      row.getObject(2, LocalDate.class),
                      row.getString(3) + " " + row.getString(4)));
      for (int i = 0; i < graduates.size(); i++) {
        enter(connection, graduates.get(i), i, graduates.size() - i);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("diplomas cannot be entered", e);
    }
  }

  private void enter(Connection connection, Graduate graduate, int at, int left)
      throws SQLException {
    boolean handed = left > 3;
    boolean approved = left > 2;
    boolean numbered = left > 1;
    LocalDate decided = graduate.on().minusDays(5);
    List<String> topic = TOPICS.get(at % TOPICS.size());
    Integer book =
        handed
            ? RegisterNumbers.next(connection, DiplomaStore.BOOK, graduate.on().getYear())
            : null;
    String number = String.format(Locale.ROOT, "%s %011d", DiplomaSeries.BD.sign(), 2026000 + at);
    UUID uuid = UUID.randomUUID();
    Statements.change(
        connection,
        INSERT,
        Arrays.asList(
            uuid.toString(),
            graduate.id(),
            DiplomaSeries.BD.name(),
            String.valueOf(3 + at / 6),
            decided,
            topic.get(0),
            topic.get(1),
            topic.get(2),
            numbered ? number : null,
            numbered ? "https://epvo.kz/check/" + number.replace(" ", "") : null,
            numbered ? "№ 17-Ө, 10.01." + decided.getYear() : null,
            approved ? checking.honours(graduate.id()).isAllowed() : null,
            handed ? "HANDED_OUT" : approved ? "APPROVED" : numbered ? "NUMBERED" : "DRAFT",
            decided.atTime(LocalTime.of(5, 0)),
            numbered ? "senior" : null,
            numbered ? decided.plusDays(1).atTime(LocalTime.of(5, 0)) : null,
            approved ? "director" : null,
            approved ? decided.plusDays(2).atTime(LocalTime.of(5, 0)) : null,
            handed ? graduate.on().getYear() : null,
            book,
            handed ? graduate.on().plusDays(4) : null,
            handed ? "senior" : null,
            handed ? graduate.name() : null));
    store.keep(uuid, checking.terms(store.byUuid(uuid).orElseThrow()));
  }
}
