package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentKind;

/** The register of documents issued before this system, with their original numbers. */
@ApplicationScoped
public class PastDocumentList implements RecordList {

  /** Register the rows of the past are counted in; their own numbers stay as they were. */
  private static final String REGISTER = "PAST";

  private static final String INSERT =
      "INSERT INTO issued_document (id, uuid, register_code, register_year, register_number, number,"
          + " kind, student_id, languages, copies, purpose, status, verification_code, prepared_by,"
          + " prepared_at, issued_on, received_by, scan_file, migrated) VALUES (NEXT VALUE FOR"
          + " document_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE)";
  private static final String STORED =
      "SELECT s.student_no, d.number, d.kind, d.issued_on, d.languages, d.copies, d.purpose,"
          + " d.received_by, d.status, d.scan_file FROM issued_document d JOIN student s ON s.id = d.student_id"
          + " WHERE d.migrated AND d.number = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Students students;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "past-documents";
  }

  @Override
  public String permission() {
    return Permissions.RESULTS_IMPORT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("number", 48),
        Field.text("student_no", 32),
        Field.choice(
            "document_kind", List.of(DocumentKind.TRANSCRIPT, DocumentKind.TRANSCRIPT_EXPELLED)),
        Field.date("issued_on"),
        Field.text("languages", 16),
        Field.number("copies").optional(),
        Field.text("purpose", 300).optional(),
        Field.text("received_by", 200).optional(),
        Field.choice("document_status", List.of("ISSUED", "REPLACED", "ANNULLED")),
        Field.text("scan_file", 200).optional());
  }

  @Override
  public List<String> key() {
    return List.of("number");
  }

  @Override
  public boolean hasForm() {
    return false;
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records implements Sheet {

    private final Map<String, Optional<Student>> found = new HashMap<>();

    private Optional<Student> student(Map<String, String> values) {
      return found.computeIfAbsent(values.get("student_no"), students::byNumber);
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      try (Connection connection = database.getConnection();
          PreparedStatement select = connection.prepareStatement(STORED)) {
        select.setString(1, values.get("number"));
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            return Optional.empty();
          }
          Map<String, String> stored = new LinkedHashMap<>();
          stored.put("number", row.getString("number"));
          stored.put("student_no", row.getString("student_no"));
          stored.put("document_kind", row.getString("kind"));
          stored.put("issued_on", row.getString("issued_on"));
          stored.put("languages", row.getString("languages"));
          stored.put("copies", row.getString("copies"));
          stored.put("document_status", row.getString("status"));
          for (String text : List.of("purpose", "received_by", "scan_file")) {
            if (row.getString(text) != null) {
              stored.put(text, row.getString(text));
            }
          }
          return Optional.of(stored);
        }
      } catch (SQLException e) {
        throw new IllegalStateException("documents cannot be read", e);
      }
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.putIfAbsent("copies", "1");
      Verdict verdict =
          Checks.known("student_no", values.get("student_no"), student(values).orElse(null))
              .and(Checks.languages("languages", values))
              .and(Checks.within("copies", values, 1, 99));
      if (Checks.day(values, "issued_on").isAfter(time.today())) {
        verdict =
            verdict.and(
                Verdict.refused(
                    Refusal.of("transcript.past.future", "IMP-4", values.get("issued_on"))
                        .at("issued_on")));
      }
      boolean differs = stored(values).map(stored -> !stored.equals(values)).orElse(false);
      return differs
          ? verdict.and(
              Verdict.refused(
                  Refusal.of("transcript.past.recorded", "IMP-4", values.get("number"))
                      .at("number")))
          : verdict;
    }

    @Override
    public Verdict write(Map<String, String> values) {
      UUID uuid = UUID.randomUUID();
      int year = Checks.day(values, "issued_on").getYear();
      try (Connection connection = database.getConnection();
          PreparedStatement insert = connection.prepareStatement(INSERT)) {
        Object[] columns = {
          uuid.toString(),
          REGISTER,
          year,
          RegisterNumbers.next(connection, REGISTER, year),
          values.get("number"),
          values.get("document_kind"),
          student(values).orElseThrow().getId(),
          values.get("languages"),
          Checks.number(values, "copies"),
          values.get("purpose"),
          values.get("document_status"),
          VerificationCode.next(),
          access.current().login(),
          LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC),
          Checks.day(values, "issued_on"),
          values.get("received_by"),
          values.get("scan_file")
        };
        for (int i = 0; i < columns.length; i++) {
          insert.setObject(i + 1, columns[i]);
        }
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException("a document cannot be recorded", e);
      }
      audit.record("document.past", "Document", uuid, null, Json.write(values));
      return Verdict.allowed();
    }
  }
}
