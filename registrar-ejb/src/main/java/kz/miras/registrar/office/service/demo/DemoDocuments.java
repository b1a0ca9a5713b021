package kz.miras.registrar.office.service.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.DocumentStore;
import kz.miras.registrar.transcript.service.TranscriptContents;

/** Transcripts of the last weeks, made and numbered as the office makes them. */
@ApplicationScoped
public class DemoDocuments {

  /** Graduates first, then the expelled, then people of higher courses; few of each. */
  private static final String WHO =
      "(SELECT id, status FROM student WHERE status = 'GRADUATED' ORDER BY id LIMIT 14) UNION"
          + " (SELECT id, status FROM student WHERE status = 'EXPELLED' ORDER BY id LIMIT 4) UNION"
          + " (SELECT id, status FROM student WHERE status = 'STUDYING' AND course_year > 1"
          + " ORDER BY id LIMIT 8)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentStore store;
  @Inject private DocumentFiles files;
  @Inject private TranscriptContents contents;

  private record Holder(long student, boolean expelled) {}

  /** Issues some, annuls a few, leaves the last ones to be signed. */
  void issue(LocalDate anchor) {
    List<Holder> holders = holders();
    for (int i = 0; i < holders.size(); i++) {
      LocalDate on = anchor.minusDays(holders.size() - i);
      UUID document = prepare(holders.get(i), i, on);
      if (i < holders.size() - 4) {
        sign(document, on);
        if (i % 9 == 4) {
          store.annul(document, "выдан повторно: изменилась фамилия");
        }
      }
    }
  }

  private List<Holder> holders() {
    List<Holder> holders = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WHO)) {
      while (row.next()) {
        holders.add(new Holder(row.getLong(1), row.getString(2).equals("EXPELLED")));
      }
      return holders;
    } catch (SQLException e) {
      throw new IllegalStateException("students cannot be read", e);
    }
  }

  private UUID prepare(Holder holder, int i, LocalDate on) {
    Instant at = on.atTime(LocalTime.of(5, i)).toInstant(ZoneOffset.UTC);
    return store.prepare(
        holder.expelled() ? DocumentKind.TRANSCRIPT_EXPELLED : DocumentKind.TRANSCRIPT,
        holder.student(),
        i % 3 == 0 ? "kk ru en" : i % 3 == 1 ? "ru" : "kk",
        1,
        i % 2 == 0 ? "по месту требования" : "для академической мобильности",
        VerificationCode.next(),
        "specialist",
        at,
        null);
  }

  private void sign(UUID document, LocalDate on) {
    DocumentStore.Stored numbered = store.reserve(document, on.getYear(), "director");
    TranscriptView view =
        contents.of(numbered.studentId(), numbered.kind(), numbered.number(), on, numbered.code());
    List<Language> languages = new ArrayList<>();
    for (String tag : numbered.languages().split(" ")) {
      languages.add(Language.of(tag));
    }
    byte[] pdf = files.transcript(view, languages);
    store.issue(document, view, pdf, Checksum.sha256(pdf), DocumentFiles.pages(pdf), on);
  }
}
