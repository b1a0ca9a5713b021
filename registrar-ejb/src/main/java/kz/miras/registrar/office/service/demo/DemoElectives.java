package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogues of electives of the year: all published but one that waits for publication, and
 * the next edition of another in work.
 */
final class DemoElectives {

  private static final int TERMS = 2;

  private static final String CURRICULA =
      "SELECT u.id, y.start_year - u.admission_year + 1, p.languages, y.id FROM curriculum u JOIN"
          + " programme p ON p.id = u.programme_id JOIN academic_year y ON y.start_year = ? WHERE"
          + " u.admission_year BETWEEN y.start_year - p.years + 1 AND y.start_year ORDER BY p.code,"
          + " u.admission_year";
  private static final String ELECTIVES =
      "SELECT i.discipline_id, i.choice_block, i.term_no, d.name_kk, d.name_ru, d.name_en FROM"
          + " curriculum_item i JOIN discipline d ON d.id = i.discipline_id WHERE i.curriculum_id = ?"
          + " AND i.choice_block IS NOT NULL AND i.term_no BETWEEN ? AND ? ORDER BY i.term_no, d.code";

  /** What a student reads, around the name of the discipline. */
  private static final String[][] WORDS = {
    {
      "%s: негізгі ұғымдар, әдістер және олардың кәсіби қолданылуы; сабақтарда мысалдар талданады,"
          + " соңында шағын жоба қорғалады.",
      "%s: основные понятия, методы и их применение в профессии; на занятиях разбираются примеры, в"
          + " конце защищается небольшой проект.",
      "%s: basic notions, methods and their use in the profession; classes work through cases and end"
          + " with a small project."
    },
    {
      "%s пәнінде студент нақты міндеттерді өз бетінше шешуге, дереккөздермен жұмыс істеуге және"
          + " нәтижені ұсынуға үйренеді.",
      "На дисциплине «%s» студент учится самостоятельно решать практические задачи, работать с"
          + " источниками и представлять результат.",
      "In “%s” the student learns to solve practical tasks independently, to work with sources and to"
          + " present the outcome."
    }
  };

  private record Cat(long id, long curriculum, long year, int course, String languages) {}

  private final Rows rows;
  private final Connection connection;
  private final int year;
  private final LocalDateTime prepared;

  DemoElectives(Rows rows, Connection connection, int year) {
    this.rows = rows;
    this.connection = connection;
    this.year = year;
    this.prepared = LocalDateTime.of(year, 4, 6, 5, 30);
  }

  void build() throws SQLException {
    List<Cat> all = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(CURRICULA)) {
      select.setInt(1, year);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          all.add(
              new Cat(
                  rows.nextKey(), row.getLong(1), row.getLong(4), row.getInt(2), row.getString(3)));
        }
      }
    }
    List<Cat> filled = new ArrayList<>();
    for (Cat one : all) {
      if (fill(one, 1, true)) {
        filled.add(one);
      }
    }
    rows.flush();
    if (filled.size() > 2) {
      become("APPROVED", filled.get(1).id());
      become("PUBLISHED", null);
      Cat first = filled.get(0);
      fill(
          new Cat(
              rows.nextKey(), first.curriculum(), first.year(), first.course(), first.languages()),
          2,
          false);
      rows.flush();
    }
  }

  /** Writes a draft with its entries; nothing where the year has no electives. */
  private boolean fill(Cat of, int edition, boolean complete) throws SQLException {
    int line = 0;
    try (PreparedStatement select = connection.prepareStatement(ELECTIVES)) {
      select.setLong(1, of.curriculum());
      select.setInt(2, (of.course() - 1) * TERMS + 1);
      select.setInt(3, of.course() * TERMS);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (line == 0) {
            catalogue(of, edition);
          }
          String[] words = complete || line > 0 ? WORDS[line % WORDS.length] : new String[3];
          rows.add(
              "elective_entry",
              "id, catalogue_id, discipline_id, choice_block, term_no, languages, description_kk,"
                  + " description_ru, description_en",
              rows.nextKey(),
              of.id(),
              row.getLong(1),
              row.getString(2),
              row.getInt(3),
              of.languages(),
              about(words[0], row.getString(4)),
              about(words[1], row.getString(5)),
              about(words[2], row.getString(6)));
          line++;
        }
      }
    }
    return line > 0;
  }

  private static String about(String words, String name) {
    return words == null ? null : String.format(words, name);
  }

  private void catalogue(Cat of, int edition) throws SQLException {
    rows.add(
        "elective_catalogue",
        "id, uuid, curriculum_id, academic_year_id, edition, status, prepared_by, prepared_at",
        of.id(),
        rows.uuid(),
        of.curriculum(),
        of.year(),
        edition,
        "DRAFT",
        "specialist",
        edition == 1 ? prepared : prepared.plusMonths(5));
    rows.flush();
  }

  /** Moves one draft on, or all that are left. */
  private void become(String status, Long one) throws SQLException {
    try (Statement update = connection.createStatement()) {
      update.executeUpdate(
          "UPDATE elective_catalogue SET status = '"
              + status
              + "', decision = 'УМС, протокол № 8 от 22.04."
              + year
              + "', approved_by = 'director', approved_at = '"
              + prepared.plusDays(16)
              + "', published_at = "
              + (one == null ? "'" + prepared.plusDays(18) + "'" : "NULL")
              + " WHERE status = 'DRAFT'"
              + (one == null ? "" : " AND id = " + one));
    }
  }
}
