package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.AwaitedSheets;
import kz.miras.registrar.transcript.DocumentKind;

/**
 * DOC-10. Which sheets a student's documents wait for: those whose results {@link KnownHistory}
 * keeps from the student, and first sittings of terms that are over and not closed. What continues
 * an attempt may wait: a result of it stands already.
 */
@ApplicationScoped
public class AwaitedSheetsReader {

  private static final String AWAITED =
      "SELECT h.number, d.name_kk, d.name_ru, d.name_en, t.code, h.closed_at IS NOT NULL FROM sheet h"
          + " JOIN discipline d ON d.id = h.discipline_id JOIN term t ON t.id = h.term_id WHERE h.id IN"
          + " (SELECT a.sheet_id FROM achievement a WHERE a.student_id = ? AND "
          + KnownHistory.UNPUBLISHED_SHEET.replace("@sheet", "a.sheet_id")
          + ") OR h.id IN (SELECT r.sheet_id FROM sheet_row r WHERE r.student_id = ?) AND"
          + " h.closed_at IS NULL AND h.kind <> 'RATING' AND h.continues_id IS NULL AND t.ends_on < ?"
          + " ORDER BY h.number";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentRequests requests;
  @Inject private UniversityTime time;

  /** The sheets; none where its documents may be made. */
  public AwaitedSheets of(long student) {
    try (Connection connection = database.getConnection()) {
      return new AwaitedSheets(
          Statements.list(
              connection,
              AWAITED,
              List.of(student, student, time.today()),
              row ->
                  new AwaitedSheets.Awaited(
                      row.getString(1),
                      LocalizedText.of(row.getString(2), row.getString(3), row.getString(4)),
                      row.getString(5),
                      row.getBoolean(6))));
    } catch (SQLException e) {
      throw new IllegalStateException("sheets cannot be read", e);
    }
  }

  /**
   * Lets a document be made.
   *
   * @param student null where it is about something else
   * @throws RegistrarException.Refused with each sheet it waits for
   */
  public void check(DocumentKind kind, Long student) {
    if (kind.awaitsResults() && student != null) {
      refuse(of(student).verdict());
    }
  }

  /**
   * DOC-42. Lets a prepared document be signed: it waits for no sheet the director has passed over.
   *
   * @throws RegistrarException.Refused with each sheet it waits for
   */
  void check(DocumentStore.Stored prepared) {
    Long student = prepared.studentId();
    if (prepared.kind().awaitsResults() && student != null) {
      List<String> passed =
          requests
              .ofDocument(prepared.uuid())
              .map(request -> request.override().sheets())
              .orElse(List.of());
      refuse(of(student).without(passed).verdict());
    }
  }
}
