package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.shared.ScanType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastScansTest {

  private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @DisplayName("DOC-8 a file is named by the number, whatever signs and case it can hold")
  @CsvSource({
    "12/К-2019, 12-К-2019.pdf",
    "12/К-2019, scans/2019/12_к_2019.PDF",
    "12/К-2019, C\\сканы\\12 К 2019.tiff",
    "Ә-07 №3, ә-07 №3.jpg",
    "й.1, \u0438\u0306.1.pdf"
  })
  void named(String number, String file) {
    PastScans.Match match = match(new PastScans(List.of(entry(number, null, null))), file, "aa");
    assertThat(match.verdict().isAllowed()).isTrue();
    assertThat(match.entry().number()).isEqualTo(number);
    assertThat(match.isKept()).isFalse();
  }

  @Test
  @DisplayName("DOC-8 a name the register gives comes before the number, and only it counts")
  void namedByRegister() {
    PastScans register =
        new PastScans(List.of(entry("1", "скан 77.pdf", null), entry("77", null, null)));
    assertThat(match(register, "x/Скан 77.PDF", "aa").entry().number()).isEqualTo("1");
    assertThat(match(register, "77.pdf", "aa").entry().number()).isEqualTo("77");
    assertThat(code(match(register, "1.pdf", "aa"))).isEqualTo("transcript.scan.unknown");
  }

  @Test
  @DisplayName("DOC-8 what fits no entry or two, and what is no scan, is refused")
  void refused() {
    PastScans register =
        new PastScans(
            List.of(entry("5/1", null, null), entry("5-1", null, null), entry("6", null, null)));
    assertThat(code(match(register, "7.pdf", "aa"))).isEqualTo("transcript.scan.unknown");
    assertThat(code(match(register, "5_1.pdf", "aa"))).isEqualTo("transcript.scan.ambiguous");
    assertThat(code(register.match("6.pdf", "MZ".getBytes(StandardCharsets.UTF_8), "aa")))
        .isEqualTo("transcript.scan.unreadable");
    byte[] large = Arrays.copyOf(PDF, ScanType.LIMIT + 1);
    assertThat(code(register.match("6.pdf", large, "aa"))).isEqualTo("transcript.scan.unreadable");
    assertThat(
            register.match("6.pdf", Arrays.copyOf(PDF, ScanType.LIMIT), "aa").verdict().isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("DOC-8 the same scan again changes nothing, another one is refused")
  void keptOnce() {
    PastScans register = new PastScans(List.of(entry("6", null, "aa"), entry("8", null, null)));
    assertThat(match(register, "6.pdf", "aa").isKept()).isTrue();
    assertThat(code(match(register, "6.pdf", "bb"))).isEqualTo("transcript.scan.other");
    register.keep(match(register, "8.pdf", "cc").entry(), "cc");
    assertThat(match(register, "8.jpg", "cc").isKept()).isTrue();
    assertThat(code(match(register, "8.png", "dd"))).isEqualTo("transcript.scan.other");
  }

  private static PastScans.Match match(PastScans register, String file, String sha256) {
    return register.match(file, PDF, sha256);
  }

  private static String code(PastScans.Match match) {
    return match.verdict().refusals().get(0).code();
  }

  private static PastScans.Entry entry(String number, String file, String kept) {
    return new PastScans.Entry(UUID.randomUUID(), number, file, kept);
  }
}
