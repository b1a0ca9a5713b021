package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanArchiveTest {

  private static final byte[] SCAN = "%PDF-1.4 scan".getBytes(StandardCharsets.UTF_8);

  @Test
  @DisplayName("files come out with their folders; what systems add of their own is left out")
  void files() throws IOException {
    byte[] zip =
        zip(StandardCharsets.UTF_8, "2019/", "2019/№1.pdf", "__MACOSX/2019/._1", ".DS_Store", "2");
    Map<String, Integer> files = new TreeMap<>();
    ScanArchive.open("a.zip", zip).each((name, content) -> files.put(name, content.length));
    assertThat(files).containsExactly(Map.entry("2", SCAN.length), Map.entry("2019/№1.pdf", 13));
  }

  @Test
  @DisplayName("Cyrillic names as Explorer of Windows writes them are understood")
  void namesOfWindows() throws IOException {
    byte[] zip = zip(Charset.forName("IBM866"), "12-К.pdf");
    Map<String, Integer> files = new TreeMap<>();
    ScanArchive.open("a.zip", zip).each((name, content) -> files.put(name, content.length));
    assertThat(files).containsOnlyKeys("12-К.pdf");
  }

  @ParameterizedTest
  @DisplayName("a path that leads out of the archive refuses the whole")
  @ValueSource(strings = {"../x.pdf", "a/../../x.pdf", "/etc/x.pdf", "C:\\x.pdf", "a\\..\\x.pdf"})
  void paths(String name) throws IOException {
    refused("transcript.scan.path", zip(StandardCharsets.UTF_8, "1.pdf", name));
  }

  @Test
  @DisplayName("what is no ZIP, or is cut off, is refused")
  void noArchive() throws IOException {
    refused("transcript.scan.no-zip", SCAN);
    refused("transcript.scan.no-zip", new byte[0]);
    byte[] zip = zip(StandardCharsets.UTF_8, "1.pdf");
    refused("transcript.scan.no-zip", Arrays.copyOf(zip, 40));
  }

  @Test
  @DisplayName("a bomb is refused before anything of it is used; a large file comes out cut")
  void limits() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bomb)) {
      byte[] zeros = new byte[1024 * 1024];
      out.putNextEntry(new ZipEntry("1.pdf"));
      for (long i = 0; i <= ScanArchive.MOST_BYTES / zeros.length; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    assertThat(bomb.size()).isLessThan(1024 * 1024);
    refused("transcript.scan.too-large", bomb.toByteArray());

    String[] many = new String[ScanArchive.MOST_FILES + 1];
    Arrays.setAll(many, i -> i + ".pdf");
    refused("transcript.scan.too-many", zip(StandardCharsets.UTF_8, many));

    ByteArrayOutputStream large = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(large)) {
      out.putNextEntry(new ZipEntry("1.pdf"));
      out.write(new byte[ScanType.LIMIT + 500]);
      out.closeEntry();
    }
    ScanArchive.open("a.zip", large.toByteArray())
        .each((name, content) -> assertThat(content).hasSize(ScanType.LIMIT + 1));
  }

  private static void refused(String code, byte[] zip) {
    assertThatThrownBy(() -> ScanArchive.open("a.zip", zip))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(code));
  }

  private static byte[] zip(Charset names, String... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
      for (String file : files) {
        out.putNextEntry(new ZipEntry(file));
        if (!file.endsWith("/")) {
          out.write(SCAN);
        }
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
