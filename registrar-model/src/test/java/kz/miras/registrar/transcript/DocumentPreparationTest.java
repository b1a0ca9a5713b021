package kz.miras.registrar.transcript;

import static kz.miras.registrar.transcript.DocumentRequestPolicyTest.NAME;
import static kz.miras.registrar.transcript.DocumentRequestPolicyTest.TRANSCRIPT;
import static kz.miras.registrar.transcript.DocumentRequestPolicyTest.codes;
import static kz.miras.registrar.transcript.DocumentRequestPolicyTest.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may be prepared by the office of itself, alone or in batches. */
class DocumentPreparationTest {

  @Test
  @DisplayName("DOC-1 a kind is prepared while it is issued, and of what it is about only")
  void issues() {
    assertThat(DocumentRequestPolicy.issues(TRANSCRIPT, null).isAllowed()).isTrue();
    assertThat(DocumentRequestPolicy.issues(TRANSCRIPT, SubjectKind.APPEAL).isAllowed()).isFalse();
    DocumentKind closed = kind(DocumentKind.TRANSCRIPT, DocumentFamily.TRANSCRIPT, Set.of(), false);
    assertThat(DocumentRequestPolicy.issues(closed, null).refusals())
        .extracting(Refusal::code, Refusal::field)
        .containsExactly(tuple("transcript.prepare.kind", "kind"));
    BatchChoice students = new BatchChoice(StudentStatus.GRADUATED, "6B06101", null);
    assertThat(students.fits(TRANSCRIPT).isAllowed()).isTrue();
    assertThat(codes(students.fits(closed))).containsExactly("transcript.prepare.kind");
    assertThat(codes(students.fits(about(SubjectKind.EXAM_SHEET))))
        .containsExactly("transcript.prepare.kind");
    BatchChoice sheets = BatchChoice.ofTerm("2206-1", null);
    assertThat(sheets.fits(about(SubjectKind.EXAM_SHEET)).isAllowed()).isTrue();
    assertThat(codes(sheets.fits(TRANSCRIPT))).containsExactly("transcript.prepare.kind");
    assertThat(codes(sheets.fits(about(SubjectKind.APPEAL))))
        .as("there is no such thing as the appeals of a term")
        .containsExactly("transcript.prepare.kind");
  }

  private static DocumentKind about(SubjectKind subject) {
    return new DocumentKind(
        "PAPER",
        DocumentFamily.SHEET,
        "ES",
        NAME,
        "sheet",
        null,
        null,
        Set.of(),
        false,
        false,
        null,
        List.of(),
        true,
        subject);
  }

  @Test
  @DisplayName("DOC-1 whoever prepares a document names a language and one to twenty copies")
  void says() {
    List<Language> one = List.of(Language.KK);
    assertThat(DocumentRequestPolicy.says(one, 1).isAllowed()).isTrue();
    assertThat(DocumentRequestPolicy.says(one, 20).isAllowed()).isTrue();
    for (Verdict wrong :
        List.of(
            DocumentRequestPolicy.says(List.of(), 1),
            DocumentRequestPolicy.says(one, 0),
            DocumentRequestPolicy.says(one, 21))) {
      assertThat(wrong.refusals())
          .extracting(Refusal::code, Refusal::field)
          .containsExactly(tuple("transcript.prepare.what", "languages"));
    }
  }
}
