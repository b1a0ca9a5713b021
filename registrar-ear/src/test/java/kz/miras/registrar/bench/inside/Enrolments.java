package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationDesk;

/**
 * Students of the coming term choose their disciplines, six each, one after another: the first
 * finds an empty plan, the last one that must be compared with five others.
 */
final class Enrolments implements Workload {

  private static final int STUDENTS = 60;
  private static final int EACH = 6;
  private static final int OFFERINGS = 48;

  private final RegistrationDesk desk;
  private final List<String> students = new ArrayList<>();
  private final List<Long> offerings = new ArrayList<>();
  private long last;

  Enrolments(RegistrationDesk desk) {
    this.desk = desk;
  }

  @Override
  public void prepare(Connection administrator) throws SQLException {
    Tables tables = new Tables(administrator);
    // the last one with a registration of its own: in the summer one is paid for
    long term =
        tables.number(
            "SELECT id FROM term WHERE type IN ('AUTUMN', 'SPRING')"
                + " ORDER BY starts_on DESC LIMIT 1");
    tables
        .column(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND NOT EXISTS (SELECT 1 FROM student_order_line x JOIN student_order y ON y.id = x.order_id WHERE x.student_id = s.id AND y.applied_at IS NULL) AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM"
                + " enrolment e JOIN offering o ON o.id = e.offering_id WHERE e.student_id = s.id"
                + " AND o.term_id = "
                + term
                + ") ORDER BY s.id LIMIT "
                + STUDENTS)
        .forEach(number -> students.add(number.toString()));
    for (int i = 0; i < OFFERINGS; i++) {
      UUID made = offering(tables, "BENCH" + i, i, code(tables, term), 500);
      offerings.add(tables.number("SELECT id FROM offering WHERE uuid = '" + made + "'"));
    }
    last = tables.number("SELECT COALESCE(MAX(id), 0) FROM enrolment");
    tables.keep("section_seat", "section_id IN (SELECT id FROM section WHERE code LIKE 'BENCH%')");
  }

  private static String code(Tables tables, long term) throws SQLException {
    return tables.column("SELECT code FROM term WHERE id = " + term).get(0).toString();
  }

  /**
   * A new offering with a stream and a group, of a discipline of its own.
   *
   * @param place of its lessons in the week: plans of six whose places differ never clash
   * @return its public id
   */
  static UUID offering(Tables tables, String name, int place, String term, int seats)
      throws SQLException {
    long like = tables.number("SELECT id FROM discipline WHERE credits = 5 LIMIT 1");
    long open = tables.number("SELECT id FROM offering WHERE status = 'OPEN' LIMIT 1");
    String code = "'" + name + "'";
    long studied = tables.number("SELECT NEXT VALUE FOR curriculum_seq");
    tables.copy(
        "discipline",
        like,
        Map.of("id", studied + "", "uuid", "UUID()", "code", code, "version", "0", "credits", "2"));
    long id = tables.number("SELECT NEXT VALUE FOR registration_seq");
    UUID uuid = UUID.randomUUID();
    tables.copy(
        "offering",
        open,
        Map.of(
            "id", id + "",
            "uuid", "'" + uuid + "'",
            "code", code,
            "term_id", "(SELECT t.id FROM term t WHERE t.code = '" + term + "')",
            "discipline_id", studied + ""));
    for (String kind : List.of("LECTURE", "GROUP")) {
      long section = tables.number("SELECT NEXT VALUE FOR registration_seq");
      tables.execute(
          "INSERT INTO section (id, uuid, offering_id, kind, code) VALUES ("
              + section
              + ", UUID(), "
              + id
              + ", '"
              + kind
              + "', CONCAT("
              + code
              + ", '"
              + kind
              + "'))");
      tables.execute(
          "INSERT INTO section_seat (section_id, capacity) VALUES ("
              + section
              + ", "
              + seats
              + ")");
      // a place of its own in the week: day, hour and minute, so that plans of six never clash
      int start = place % 8 * 90 + (kind.equals("GROUP") ? 45 : 0);
      tables.execute(
          "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES"
              + " (NEXT VALUE FOR registration_seq, "
              + section
              + ", "
              + (1 + place / 8)
              + ", SEC_TO_TIME("
              + (8 * 60 + start) * 60
              + "), SEC_TO_TIME("
              + (8 * 60 + start + 40) * 60
              + "))");
    }
    return uuid;
  }

  @Override
  public int operations() {
    return students.size() * EACH;
  }

  @Override
  public int units(int operation) {
    return 1;
  }

  @Override
  public void run(int operation) {
    int student = operation % students.size();
    int choice = operation / students.size();
    long offering = offerings.get((student + choice * 7) % OFFERINGS);
    RegistrationDesk.Decision decision =
        desk.enrol(students.get(student), offering, NamedSections.ANY, EnrolmentType.MAIN, null);
    if (!decision.enrolled()) {
      throw new IllegalStateException("not enrolled: " + decision);
    }
  }

  @Override
  public void takeBack(Connection administrator) throws SQLException {
    Tables tables = new Tables(administrator);
    tables.execute("DELETE FROM enrolment_place WHERE enrolment_id > " + last);
    tables.execute("DELETE FROM enrolment WHERE id > " + last);
    tables.restore("section_seat", "section_id");
  }
}
