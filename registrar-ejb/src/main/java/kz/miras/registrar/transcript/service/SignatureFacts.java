package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.SettingsOfDay;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentFacts;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.signing.FactsOfRecord;
import kz.miras.registrar.transcript.service.signing.SigningFacts;

/** DOC-20, DOC-24. What the signatures of a document say: who has signed it, and what it is. */
@ApplicationScoped
class SignatureFacts {

  private static final String SIGNED =
      "SELECT s.place, COALESCE(a.display_name, s.signed_by), s.signed_at FROM document_signature"
          + " s LEFT JOIN account a ON a.login = s.signed_by WHERE s.document_id = ? ORDER BY"
          + " s.place";

  private static final String PROGRAMME =
      "SELECT p.code FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SignatoryTitles titles;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** The facts of a document every place of which is signed. */
  SigningFacts of(Stored stored, LocalDate date) {
    List<SigningFacts.Signatory> signatories = new ArrayList<>();
    Instant last = Instant.EPOCH;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SIGNED)) {
      select.setLong(1, stored.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          signatories.add(
              new SigningFacts.Signatory(row.getString(2), title(stored, row.getInt(1), date)));
          Instant at = row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
          last = at.isAfter(last) ? at : last;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("signatures cannot be read", e);
    }
    SettingsOfDay set = settings.of(date, "name", "city");
    return new SigningFacts(
        signatories,
        DocumentDesk.languages(stored.languages()),
        set.localized("name"),
        set.localized("city"),
        stored.number(),
        stored.code(),
        signatories.isEmpty() ? time.now() : last);
  }

  /** DOC-24. The facts that go into its QR code. */
  DocumentFacts facts(Stored stored, LocalDate date, String snapshot) {
    return new DocumentFacts(
        stored.number(),
        stored.kind().code(),
        date,
        programme(stored),
        FactsOfRecord.contents(snapshot));
  }

  /** DOC-13. Of a transcript of one programme that one, of the rest that of the student. */
  private String programme(Stored stored) {
    if (stored.studentId() == null) {
      return "";
    }
    String stated = TranscriptPart.of(stored.order().details()).programme();
    if (stated != null && stored.kind().family() == DocumentFamily.TRANSCRIPT) {
      return stated;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PROGRAMME)) {
      select.setLong(1, stored.studentId());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException("programmes cannot be read", e);
    }
  }

  private LocalizedText title(Stored stored, int place, LocalDate date) {
    return titles.of(
        stored.kind().signatories().stream()
            .filter(signatory -> signatory.place() == place)
            .findFirst()
            .orElse(null),
        date);
  }
}
