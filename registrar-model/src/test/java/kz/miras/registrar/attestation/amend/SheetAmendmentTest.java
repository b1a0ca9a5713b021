package kz.miras.registrar.attestation.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SheetAmendmentTest {

  private static final LocalDate TODAY = LocalDate.of(2131, 2, 3);
  private static final BasisDocument PROTOCOL =
      new BasisDocument(BasisDocument.Type.PROTOCOL, "7", TODAY.minusDays(1), "Appeal upheld");

  @Test
  @DisplayName("SHT-16 rows of a posted sheet change on a whole document, and only its own rows")
  void judged() {
    assertThat(codes(PROTOCOL, SheetStatus.CLOSED, Set.of(1L, 2L))).isEmpty();
    assertThat(codes(PROTOCOL, SheetStatus.AMENDED, Set.of(1L))).isEmpty();
    for (SheetStatus open :
        List.of(
            SheetStatus.CREATED, SheetStatus.OPEN, SheetStatus.OVERDUE, SheetStatus.SUBMITTED)) {
      assertThat(codes(PROTOCOL, open, Set.of(1L)))
          .as(open.name())
          .containsExactly("attestation.amend.not-posted");
    }
    assertThat(codes(PROTOCOL, SheetStatus.CLOSED, Set.of(2L)))
        .containsExactly("attestation.amend.stranger");
    BasisDocument none = new BasisDocument(BasisDocument.Type.PROTOCOL, " ", null, " ");
    assertThat(codes(none, SheetStatus.CLOSED, Set.of(1L)))
        .containsExactly("attestation.basis.needed", "attestation.basis.reason");
  }

  @Test
  @DisplayName("SHT-16 an amendment names rows, and what stands comes after what stood")
  void named() {
    assertThatThrownBy(() -> new SheetAmendment(PROTOCOL, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AmendedRow(1, 5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> codes(BasisDocument basis, SheetStatus status, Set<Long> students) {
    return new SheetAmendment(basis, List.of(new AmendedRow(1, 3, 4)))
        .judge(status, students, TODAY).refusals().stream().map(Refusal::code).toList();
  }
}
