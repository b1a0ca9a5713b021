package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.transcript.DocumentKind;

/** The register of documents issued on paper before this system, with their own numbers. */
final class DemoRegister {

  private static final String REGISTER = "PAST";
  private static final String[] PURPOSES = {
    "по месту требования", "в посольство", "для академической мобильности", "для магистратуры"
  };

  private final Rows rows;
  private final Random random;
  private final LocalDate anchor;
  private final TreeMap<Integer, Integer> numbers = new TreeMap<>();

  DemoRegister(Rows rows, Random random, LocalDate anchor) {
    this.rows = rows;
    this.random = random;
    this.anchor = anchor;
  }

  void build(List<DemoStudents.StudentRow> students) throws SQLException {
    for (DemoStudents.StudentRow student : students) {
      boolean expelled = student.status().equals("EXPELLED");
      boolean asked =
          expelled
              || (student.status().equals("GRADUATED") && random.nextInt(3) == 0)
              || (student.group().course() > 2 && random.nextInt(40) == 0);
      if (asked) {
        document(
            student.id(),
            expelled ? DocumentKind.TRANSCRIPT_EXPELLED : DocumentKind.TRANSCRIPT,
            anchor.minusDays(60L + random.nextInt(400)));
      }
    }
    for (Integer year : numbers.keySet()) {
      rows.add("document_register", "code, year, last_number", REGISTER, year, numbers.get(year));
    }
    rows.flush();
  }

  private void document(long student, String kind, LocalDate on) throws SQLException {
    int number = numbers.merge(on.getYear(), 1, Integer::sum);
    boolean annulled = random.nextInt(25) == 0;
    rows.add(
        "issued_document",
        "id, uuid, register_code, register_year, register_number, number, kind, student_id,"
            + " languages, copies, purpose, status, status_reason, verification_code, prepared_by,"
            + " prepared_at, issued_on, received_by, migrated",
        rows.nextKey(),
        rows.uuid(),
        REGISTER,
        on.getYear(),
        number,
        String.format(Locale.ROOT, "ТР %d-%03d", on.getYear(), number),
        kind,
        student,
        random.nextInt(3) == 0 ? "kk ru en" : "ru",
        1 + random.nextInt(2),
        PURPOSES[random.nextInt(PURPOSES.length)],
        annulled ? "ANNULLED" : "ISSUED",
        annulled ? "ошибка в написании имени" : null,
        VerificationCode.next(),
        "system",
        on.atTime(5, 0),
        on,
        "лично",
        true);
  }
}
