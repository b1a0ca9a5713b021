package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScanTypeTest {

  @Test
  @DisplayName("A scan is known by how it begins")
  void tellsTypesByTheirFirstBytes() {
    assertThat(ScanType.of("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).contains(ScanType.PDF);
    assertThat(ScanType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13})).contains(ScanType.PNG);
    assertThat(ScanType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}))
        .contains(ScanType.JPEG);
    assertThat(ScanType.of(new byte[] {'I', 'I', 42, 0, 8}).map(ScanType::mediaType))
        .contains("image/tiff");
    assertThat(ScanType.of(new byte[] {'M', 'M', 0, 42, 0}).map(ScanType::mediaType))
        .contains("image/tiff");
  }

  @Test
  @DisplayName("Anything else is no scan, whatever its name")
  void refusesAnythingElse() {
    assertThat(ScanType.of(new byte[0])).isEmpty();
    assertThat(ScanType.of("MZ".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(ScanType.of("<html>%PDF-".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
