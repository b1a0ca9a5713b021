package kz.miras.registrar.attestation.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignedScanTest {

  private static final LocalDate EXAM = LocalDate.of(2131, 1, 12);
  private static final LocalDate TODAY = EXAM.plusDays(3);

  @Test
  @DisplayName("SHT-18 a signed scan is a picture or PDF of at most 10 MB, kept once a version")
  void file() {
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    assertThat(codes(pdf, TODAY, false)).isEmpty();
    assertThat(codes(Arrays.copyOf(pdf, ScanType.LIMIT), TODAY, false)).isEmpty();
    assertThat(codes(Arrays.copyOf(pdf, ScanType.LIMIT + 1), TODAY, false))
        .containsExactly("attestation.scan.large");
    assertThat(codes(new byte[0], TODAY, false)).containsExactly("attestation.scan.none");
    assertThat(codes("MZ program.pdf".getBytes(StandardCharsets.US_ASCII), TODAY, false))
        .as("told by its content, not by its name")
        .containsExactly("attestation.scan.type");
    assertThat(codes(pdf, TODAY, true)).containsExactly("attestation.scan.known");
  }

  @Test
  @DisplayName("SHT-18 a sheet is signed from the day of its exam until today")
  void signed() {
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    assertThat(codes(pdf, EXAM, false)).isEmpty();
    for (LocalDate day : Arrays.asList(EXAM.minusDays(1), TODAY.plusDays(1), null)) {
      assertThat(codes(pdf, day, false)).containsExactly("attestation.scan.signed");
    }
    assertThat(codes(new byte[0], null, false))
        .as("every reason at once")
        .containsExactly("attestation.scan.none", "attestation.scan.signed");
  }

  private static List<String> codes(byte[] content, LocalDate signedOn, boolean known) {
    return new SignedScan("sheet.pdf", content, signedOn)
        .judge(EXAM, TODAY, known).refusals().stream().map(Refusal::code).toList();
  }
}
