package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.SignatureDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thirty-two signatories at once, with failures before and after the number, in the container. */
@InsideTest
class IssueStormInsideIT {

  private static final int HANDS = 32;
  private static final int EACH = 2;
  private static final String KIND = "STORM";
  private static final String BROKEN = "STORM_BROKEN";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(IssueStormInsideIT.class, SheetScene.class, Soon.class);
  }

  @Test
  @DisplayName(
      "DOC-1 DOC-2 numbers neither repeat nor skip under 32 issues at once with failures between:"
          + " what failed after its number stays visible and is issued with it later")
  void thirtyTwoAtOnce() throws Exception {
    kind(KIND, "transcript");
    kind(BROKEN, "no-such-template");
    String clerk = Scene.holding("SPE");
    String student =
        Scene.text("SELECT uuid FROM student WHERE status = 'GRADUATED' ORDER BY id DESC LIMIT 1");
    List<UUID> documents = new ArrayList<>();
    for (int i = 0; i < HANDS * EACH; i++) {
      documents.add(prepared(clerk, student, i % 4 == 1 ? BROKEN : KIND, i));
    }
    String director = Scene.holding("DIR");
    // may see and sign transcripts, but holds no role of this kind's place
    String vice = Scene.holding("VR");
    List<String> outcomes = together(documents, director, vice);

    assertThat(outcomes).as("refused before a number").contains("refused");
    assertThat(outcomes).as("failed after the number").contains("failed");
    assertThat(Scene.number(count("RESERVED"))).isEqualTo(HANDS * EACH / 4L);
    gapless();

    Scene.change("UPDATE document_kind SET template = 'transcript' WHERE code = ?", BROKEN);
    for (UUID document : documents) {
      sign(director, document);
    }
    assertThat(Scene.number(count("ISSUED"))).isEqualTo(HANDS * EACH);
    gapless();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry e JOIN issued_document d ON d.uuid = e.entity_id"
                    + " WHERE d.register_code = 'STM' AND e.action = 'document.issue'"))
        .as("each is issued once")
        .isEqualTo(HANDS * EACH);
  }

  private static void gapless() throws SQLException {
    assertThat(
            Scene.number(
                "SELECT MAX(register_number) - COUNT(DISTINCT register_number) + COUNT(*) -"
                    + " COUNT(DISTINCT register_number) FROM issued_document WHERE register_code ="
                    + " 'STM' AND register_number IS NOT NULL"))
        .as("numbers left out or given twice")
        .isZero();
    assertThat(
            Scene.number(
                "SELECT MAX(r.last_number) - (SELECT MAX(d.register_number) FROM issued_document d"
                    + " WHERE d.register_code = 'STM') FROM document_register r WHERE r.code ="
                    + " 'STM'"))
        .as("numbers counted and given to nothing")
        .isZero();
  }

  private static List<String> together(List<UUID> documents, String director, String stranger)
      throws Exception {
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      List<Future<String>> acts = new ArrayList<>();
      for (int i = 0; i < documents.size(); i++) {
        UUID document = documents.get(i);
        String by = i % 8 == 3 ? stranger : director;
        acts.add(hands.submit(() -> sign(by, document)));
        // a second press of the same button meanwhile
        acts.add(hands.submit(() -> sign(director, document)));
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> act : acts) {
        outcomes.add(act.get());
      }
      return outcomes;
    } finally {
      hands.shutdownNow();
    }
  }

  private static String sign(String login, UUID document) throws Exception {
    return Inside.as(
        login,
        () -> {
          try {
            Inside.bean(SignatureDesk.class).sign(document);
            return "issued";
          } catch (RegistrarException.Refused e) {
            return "refused";
          } catch (RegistrarException.Conflict e) {
            return "done already";
          } catch (RuntimeException e) {
            return "failed";
          }
        });
  }

  private static String count(String status) {
    return "SELECT COUNT(*) FROM issued_document WHERE register_code = 'STM' AND status = '"
        + status
        + "'";
  }

  private static UUID prepared(String clerk, String student, String kind, int i) throws Exception {
    return Inside.as(
        clerk,
        () ->
            Inside.bean(DocumentDesk.class)
                .prepare(
                    student,
                    new DocumentDesk.Asked(kind, List.of(Language.EN), 1, "storm " + i, Map.of()),
                    UUID.randomUUID().toString()));
  }

  private static void kind(String code, String template) throws SQLException {
    Scene.change(
        "INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en,"
            + " template, term_unit, term_amount, channels, awaits, held, enabled) VALUES (?,"
            + " 'TRANSCRIPT', 'STM', 'сынақ', 'проба', 'trial', ?, 'HOURS', 24, '', FALSE, FALSE,"
            + " TRUE)",
        code,
        template);
    Scene.change(
        "INSERT INTO document_signatory (kind, place, roles, title) VALUES (?, 1, 'DIR', 'head')",
        code);
  }
}
