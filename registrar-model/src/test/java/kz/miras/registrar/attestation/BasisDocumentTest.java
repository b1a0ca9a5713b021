package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BasisDocumentTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 12, 1);

  private static List<String> fields(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::field).toList();
  }

  private static BasisDocument document(int number, int reason) {
    return new BasisDocument(
        BasisDocument.Type.ORDER, "7".repeat(number), TODAY, "б".repeat(reason));
  }

  @Test
  @DisplayName("DAT-1 a number or a reason that is too long is refused at its field")
  void fits() {
    assertThat(document(64, 500).judge("EXC-1", TODAY).isAllowed()).isTrue();
    assertThat(fields(document(65, 500).judge("EXC-1", TODAY))).containsExactly("number");
    assertThat(fields(document(64, 501).judge("EXC-1", TODAY))).containsExactly("reason");
    assertThat(
            fields(
                RatingExcuse.judge(
                    new RatingExcuse.Basis("7".repeat(65), TODAY, TODAY, "x".repeat(501)),
                    false,
                    TODAY)))
        .containsExactly("number", "reason");
    assertThat(
            fields(
                Exempting.lifts(
                    SheetStatus.OPEN, EntryForm.RATING_AND_EXAM, true, "x".repeat(501))))
        .containsExactly("reason");
  }
}
