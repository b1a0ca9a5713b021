package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;
import kz.miras.registrar.transcript.service.DocumentVerification.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What strangers are told of a document about no single student. */
class SubjectVerificationTest {

  private static final LocalDate DAY = LocalDate.of(2184, 12, 20);

  private static Stored sheet(LocalDate superseded) {
    DocumentKind kind =
        new DocumentKind(
            "EXAM_SHEET",
            DocumentFamily.SHEET,
            "ES",
            LocalizedText.of("емтихан ведомосы", "экзаменационная ведомость", "examination sheet"),
            "sheet",
            new IssueTerm(IssueTerm.Unit.HOURS, 24),
            null,
            Set.of(),
            false,
            false,
            null,
            List.of(),
            true,
            SubjectKind.EXAM_SHEET);
    return new Stored(
        1,
        UUID.randomUUID(),
        kind,
        "ES-2184/00001",
        null,
        null,
        UUID.randomUUID(),
        "kk ru",
        DocumentStatus.ISSUED,
        null,
        "CODE",
        "clerk",
        "director",
        DAY,
        "2184F-0001 · IT101 · IS-24",
        null,
        1,
        2,
        "{\"version\":\"1\"}",
        null,
        superseded);
  }

  @Test
  @DisplayName("DOC-74 kind, number, date and state are told, and nobody is named")
  void namesNobody() {
    Answer answer = DocumentVerification.answer(Optional.of(sheet(null)), DAY);
    assertThat(answer.verdict()).isEqualTo(Verdict.VALID);
    assertThat(answer.number()).isEqualTo("ES-2184/00001");
    assertThat(answer.date()).isEqualTo(DAY);
    assertThat(answer.maskedName()).isNull();
    assertThat(answer.toString()).doesNotContain("IS-24");
  }

  @Test
  @DisplayName("DOC-73 a later version is told without a holder to ask")
  void superseded() {
    Answer answer = DocumentVerification.answer(Optional.of(sheet(DAY)), DAY);
    assertThat(answer.verdict()).isEqualTo(Verdict.SUPERSEDED);
    assertThat(answer.key()).isEqualTo("transcript.verify.SUPERSEDED.subject");
  }
}
