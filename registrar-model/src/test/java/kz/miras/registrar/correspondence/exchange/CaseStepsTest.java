package kz.miras.registrar.correspondence.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.miras.registrar.access.partner.OutgoingKind;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseStepsTest {

  @ParameterizedTest
  @CsvSource({
    "LETTER, RECEIVED, IN_PROCESS, OFFICE, , true",
    "LETTER, RECEIVED, IN_PROCESS, PARTNER, , false",
    "LETTER, RECEIVED, ANSWERED, OFFICE, , false",
    "LETTER, IN_PROCESS, REJECTED, OFFICE, , false",
    "LETTER, IN_PROCESS, REJECTED, OFFICE, wrong address, true",
    "RECOGNITION, IN_PROCESS, CANCELLED, PARTNER, , true",
    "RECOGNITION, APPROVED, CANCELLED, PARTNER, , false",
    "RECOGNITION, IN_PROCESS, PARTIALLY_APPROVED, OFFICE, , false",
    "MOBILITY, NOMINATED, ACCEPTED, OFFICE, , true",
    "MOBILITY, NOMINATED, AGREED, PARTNER, , false",
    "MOBILITY, ACCEPTED, AGREED, PARTNER, , true",
    "MOBILITY, ARRIVED, AGREED, PARTNER, , false",
    "MOBILITY, AGREED, ARRIVED, PARTNER, , true",
    "MOBILITY, AGREED, COMPLETED, PARTNER, , false",
    "MOBILITY, DEPARTED, COMPLETED, PARTNER, , true"
  })
  @DisplayName("PRT-13 a case goes on as its kind allows, by the side whose step it is")
  void steps(
      CaseKind kind, CaseStatus now, CaseStatus to, CaseSide by, String reason, boolean allowed) {
    assertThat(CaseSteps.judge(kind, now, to, by, reason).isAllowed()).isEqualTo(allowed);
  }

  @Test
  @DisplayName("PRT-21 a case is closed in the states nothing follows")
  void ended() {
    assertThat(CaseSteps.ended())
        .containsExactly(
            CaseStatus.APPROVED,
            CaseStatus.PARTIALLY_APPROVED,
            CaseStatus.REJECTED,
            CaseStatus.ANSWERED,
            CaseStatus.CANCELLED,
            CaseStatus.COMPLETED);
  }

  @Test
  @DisplayName("PRT-13 each step of the office is one partners are told of")
  void told() {
    for (CaseKind kind : CaseKind.values()) {
      for (CaseStatus now : CaseStatus.values()) {
        assertThat(CaseSteps.next(kind, now, CaseSide.OFFICE))
            .allSatisfy(to -> OutgoingKind.valueOf(kind.name() + "_" + to.name()));
      }
    }
  }

  @Test
  @DisplayName("PRT-13 a refusal names the states, and says so where none was chosen")
  void refused() {
    CaseStatus now = CaseStatus.RECEIVED;
    Refusal refused =
        CaseSteps.judge(CaseKind.LETTER, now, CaseStatus.ANSWERED, CaseSide.OFFICE, null)
            .refusals()
            .get(0);
    assertThat(refused.code()).isEqualTo("access.exchange.transition");
    assertThat(refused.args()).isEqualTo(List.of(now, CaseStatus.ANSWERED));
    assertThat(CaseSteps.judge(CaseKind.LETTER, now, null, CaseSide.OFFICE, null).refusals())
        .extracting(Refusal::code)
        .containsExactly("access.exchange.to-missing");
  }

  @Test
  @DisplayName("PRT-13 period and contacts change until the student has arrived")
  void changes() {
    assertThat(CaseSteps.changes(CaseStatus.AGREED).isAllowed()).isTrue();
    assertThat(CaseSteps.changes(CaseStatus.ARRIVED).isAllowed()).isFalse();
  }

  private static PartnerFile file(String type, byte[] content) {
    return new PartnerFile("f", type, Checksum.sha256(content), content);
  }

  private static List<String> codes(PartnerFile... files) {
    return FileSound.judge(List.of(files)).refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("PRT-14 files go in one message as long as they make no more than one may have")
  void together() {
    PartnerFile half = file("application/pdf", new byte[FileSound.LARGEST_TOGETHER / 2]);
    assertThat(FileSound.isTogether(List.of())).isTrue();
    assertThat(FileSound.isTogether(List.of(half, half))).isTrue();
    assertThat(FileSound.isTogether(List.of(half, half, file("text/plain", new byte[1]))))
        .isFalse();
  }

  @Test
  @DisplayName("PRT-14 a file is what it says, has its checksum and is not too large")
  void files() {
    byte[] pdf = "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII);
    byte[] program = "MZ\0\0".getBytes(StandardCharsets.US_ASCII);
    assertThat(codes(file("application/pdf", pdf), file("text/plain", pdf))).isEmpty();
    assertThat(codes(file("application/pdf", program)))
        .containsExactly("access.exchange.file-type");
    assertThat(codes(file("text/plain", program))).containsExactly("access.exchange.file-type");
    assertThat(codes(new PartnerFile("f", "application/pdf", new byte[32], pdf)))
        .containsExactly("access.exchange.file-checksum");
    assertThat(codes(file("text/plain", new byte[FileSound.LARGEST + 1])))
        .containsExactly("access.exchange.file-large");
    byte[] half = "x".repeat(FileSound.LARGEST).getBytes(StandardCharsets.US_ASCII);
    assertThat(codes(file("text/plain", half), file("text/plain", half)))
        .containsExactly("access.exchange.files-large");
  }
}
