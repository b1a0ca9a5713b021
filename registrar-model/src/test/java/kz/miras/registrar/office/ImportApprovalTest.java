package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportApprovalTest {

  @Test
  @DisplayName("IMP-6 neither who uploaded a file nor who submitted it decides about it")
  void twoPeople() {
    Set<String> brought = Set.of("senior", "specialist");
    assertThat(ImportApproval.decides("deputy", brought).isAllowed()).isTrue();
    for (String own : brought) {
      assertThat(ImportApproval.decides(own, brought).refusals())
          .containsExactly(Refusal.of("office.import.own", "IMP-6", own));
    }
  }

  @Test
  @DisplayName("IMP-6 a rejection needs its reason, an approval none")
  void reason() {
    assertThat(ImportApproval.complete(true, null).isAllowed()).isTrue();
    assertThat(ImportApproval.complete(false, "years are wrong").isAllowed()).isTrue();
    for (String nothing : new String[] {null, "", "  "}) {
      assertThat(ImportApproval.complete(false, nothing).refusals())
          .extracting(Refusal::code)
          .containsExactly("office.import.note-needed");
    }
  }
}
