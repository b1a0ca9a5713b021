package kz.miras.registrar.attestation.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCodingTest {

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static WorkCoding coding(int marked, boolean decoded) {
    return new WorkCoding(Set.of("coder"), Set.of("examiner"), 3, marked, decoded);
  }

  @Test
  @DisplayName("EXR-4 two works or more of a written exam are coded, before a score is typed")
  void coded() {
    assertThat(WorkCoding.codes(ExamForm.WRITTEN, true, false, 0, 2, false).isAllowed()).isTrue();
    assertThat(WorkCoding.codes(null, true, false, 0, 2, false).isAllowed()).isTrue();
    assertThat(codes(WorkCoding.codes(ExamForm.ORAL, true, false, 1, 2, true)))
        .containsExactly(
            "attestation.coding.oral",
            "attestation.coding.unrecorded",
            "attestation.coding.scored");
    assertThat(codes(WorkCoding.codes(ExamForm.DEFENCE, true, false, 0, 1, false)))
        .containsExactly("attestation.coding.oral", "attestation.coding.few");
    assertThat(codes(WorkCoding.codes(ExamForm.TEST, false, false, 0, 2, false)))
        .containsExactly("attestation.coding.state");
    assertThat(codes(WorkCoding.codes(ExamForm.TEST, true, true, 0, 2, false)))
        .containsExactly("attestation.coding.done");
    assertThat(coding(0, false).lifts().isAllowed()).isTrue();
    assertThat(codes(coding(1, false).lifts())).containsExactly("attestation.coding.marked");
    assertThat(codes(coding(0, true).lifts())).containsExactly("attestation.coding.marked");
  }

  @Test
  @DisplayName("EXR-4 codes are different and without letters that are misread")
  void unlike() {
    List<String> codes = WorkCode.codes(new SecureRandom(), 500);
    assertThat(codes).hasSize(500).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[2-9A-HJKMNP-Z]{6}"));
  }

  @Test
  @DisplayName("EXR-5 who knows whose works they are marks none, who marks is not shown whose")
  void apart() {
    assertThat(codes(coding(0, false).marks("coder"))).containsExactly("attestation.coding.knows");
    assertThat(coding(0, false).marks("examiner").isAllowed()).isTrue();
    assertThat(codes(coding(0, false).shows("examiner")))
        .containsExactly("attestation.coding.marker");
    assertThat(coding(0, false).shows("coder").isAllowed()).isTrue();
    assertThat(coding(3, true).shows("examiner").isAllowed()).as("names stand").isTrue();
    assertThat(WorkCoding.byName(null)).isEmpty();
    assertThat(WorkCoding.byName(false)).map(Refusal::code).contains("attestation.cell.coded");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ABC234, 0, -",
        "ABC234, 100, -",
        "ABC234, '', -",
        "ABC234, 101, attestation.coding.unreadable",
        "ABC234, 7.5, attestation.coding.unreadable",
        "ABC234, AB, attestation.coding.unreadable",
        "XYZ999, 50, attestation.coding.no-code"
      })
  @DisplayName("EXR-5 a whole score of 0 to 100 is stored under a code of the sheet")
  void scores(String code, String text, String refused) {
    assertThat(WorkCode.refusal(code, Set.of("ABC234"), text).map(Refusal::code).orElse(null))
        .isEqualTo(refused);
  }

  @Test
  @DisplayName("EXR-6 works are decoded once, all marked, by somebody who marked none")
  void decoded() {
    assertThat(coding(3, false).decodes("coder").isAllowed()).isTrue();
    assertThat(codes(coding(2, false).decodes("examiner")))
        .containsExactly("attestation.coding.unmarked", "attestation.coding.marker");
    assertThat(codes(coding(3, true).decodes("coder")))
        .containsExactly("attestation.coding.decoded");
    assertThat(codes(coding(3, true).marks("examiner")))
        .containsExactly("attestation.coding.decoded");
    assertThat(WorkCoding.byName(true)).map(Refusal::code).contains("attestation.cell.decoded");
  }
}
