package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordBlankTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<w:Password>s3cret</w:Password><b/>|<w:Password>***</w:Password><b/>",
        "<Password Type='x'>s3cret</Password>|<Password Type='x'>***</Password>",
        "<ü:Password>s3cret</ü:Password >|<ü:Password>***</ü:Password >",
        "<w:Password><![CDATA[s3</x>cret]]></w:Password>|<w:Password>***</w:Password>",
        "<a><w:Password>s3cret and cut off|<a><w:Password>***",
        "<PasswordHint>kept</PasswordHint>|<PasswordHint>kept</PasswordHint>",
        "<w:Password>s3cret</w:Password><w:Password>s3cret</w:Password>|"
            + "<w:Password>***</w:Password><w:Password>***</w:Password>"
      })
  @DisplayName("passwords are taken out of what is kept, and no other byte changes")
  void blanked(String sent, String kept) {
    byte[] blank = PasswordBlank.of(sent.getBytes(StandardCharsets.UTF_8));
    assertThat(new String(blank, StandardCharsets.UTF_8)).isEqualTo(kept);
  }
}
