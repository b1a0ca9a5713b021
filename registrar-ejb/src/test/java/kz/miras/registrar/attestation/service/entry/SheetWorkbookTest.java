package kz.miras.registrar.attestation.service.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SheetWorkbookTest {

  private static final String ID = "0b0e4f0c-6a3e-4a5e-9a3d-4d6f0c5b1a11";
  private static final List<String> COLUMNS = List.of("first", "second", "score");

  @Test
  @DisplayName("SHT-19 a workbook comes back as it left, hidden identity and all")
  void comesBack() {
    FilledWorkbook file = FilledWorkbook.read(workbook(), COLUMNS);
    assertThat(file.sheet()).isEqualTo(ID);
    assertThat(file.number()).isEqualTo("2026/A:1");
    assertThat(file.seal()).isEqualTo("abc");
    assertThat(file.lines())
        .containsExactly(
            line(1, "S-1", "Әлия Қ.", Map.of("first", "80.5", "second", "", "score", "AB")),
            line(2, "S-2", "Берік О.", Map.of("first", "49.166667", "second", "70", "score", "")));
    assertThat(file.lines().get(0).changes(COLUMNS, 1)).isEmpty();
  }

  @Test
  @DisplayName("SHT-19 only cells of open columns and rows are unlocked, and the page is protected")
  void onlyMarksAreOpen() throws IOException {
    String sheet = part(workbook(), "xl/worksheets/sheet1.xml");
    assertThat(sheet)
        .as("a hash of four digits, as spreadsheets want it")
        .containsPattern("<sheetProtection password=\"[0-9a-f]{4}\" sheet=\"true\"")
        .contains("dataValidation");
    String styles = part(workbook(), "xl/styles.xml");
    assertThat(styles).contains("locked=\"false\"").contains("locked=\"true\"");
    assertThat(sheet.split("hidden=\"(true|1)\"", -1).length - 1)
        .as("two lines, the version, three columns of what stood there")
        .isEqualTo(6);
  }

  @Test
  @DisplayName("SHT-19 what is no workbook of a sheet says so")
  void otherFiles() {
    assertThatThrownBy(() -> FilledWorkbook.read("a;b".getBytes(StandardCharsets.UTF_8), COLUMNS))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals().get(0).code())
                    .isEqualTo("attestation.file.not-xlsx"));
  }

  private static FileLine line(int position, String no, String name, Map<String, String> said) {
    return new FileLine(position, no, name, 3, said, said, Set.of());
  }

  private static byte[] workbook() {
    Set<String> open = Set.of("second", "score");
    return SheetWorkbook.write(
        new SheetWorkbook.Head(
            ID, "2026/A:1", "2026/A:1 · Physics", "PHY · 2026 · G-1", "how", "0 to 100"),
        COLUMNS.stream()
            .map(name -> new SheetWorkbook.Column(name, name, name.equals("score")))
            .toList(),
        "rating",
        List.of(
            new SheetWorkbook.Line(
                1,
                "Әлия Қ.",
                "S-1",
                3,
                Map.of("first", "80.5", "second", "", "score", "AB"),
                null,
                open),
            new SheetWorkbook.Line(
                2,
                "Берік О.",
                "S-2",
                3,
                Map.of("first", "49.166667", "second", "70", "score", ""),
                60,
                open)),
        "abc",
        Language.KK);
  }

  private static String part(byte[] workbook, String name) throws IOException {
    try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
