package kz.miras.registrar.office.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.miras.registrar.shared.RegistrarException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t", "|"})
  @DisplayName("DAT-1 the separator is the one the first line has most of")
  void separators(String separator) {
    TableFile file = csv("code" + separator + "name" + separator + "x\n1" + separator + "А, Б; В");
    assertThat(file.headings()).containsExactly("code", "name", "x");
    assertThat(file.rows().get(0).values()).containsEntry("code", "1");
  }

  @Test
  @DisplayName("DAT-1 Unicode with and without mark and Windows letters are read alike")
  void encodings() {
    String text = "код;имя\n1;Иванова";
    for (byte[] bytes :
        List.of(
            text.getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
            text.getBytes(StandardCharsets.UTF_16),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
            text.getBytes(Charset.forName("windows-1251")))) {
      assertThat(TableFile.read("a.csv", bytes).rows().get(0).values())
          .isEqualTo(Map.of("код", "1", "имя", "Иванова"));
    }
    assertThat(refusal(text.toUpperCase().getBytes(Charset.forName("IBM866"))))
        .isEqualTo("office.import.encoding");
  }

  @Test
  @DisplayName("DAT-1 rows have the number the spreadsheet shows, empty lines and line breaks too")
  void rowNumbers() {
    TableFile file = csv("sep=;\ncode;name\n\n1;\"two\nlines\"\n;\n2;b\n");
    assertThat(file.rows()).extracting(TableRow::number).containsExactly(4, 7);
    file =
        xlsx(
            sheet -> {
              sheet.value(0, 0, "code");
              sheet.value(4, 0, "1");
            });
    assertThat(file.rows()).extracting(TableRow::number).containsExactly(5);
  }

  @Test
  @DisplayName("DAT-1 days, times, numbers and truth values of a spreadsheet become written forms")
  void cells() {
    TableFile file =
        xlsx(
            sheet -> {
              for (int i = 0; i < 7; i++) {
                sheet.value(0, i, "c" + i);
              }
              sheet.value(1, 0, LocalDate.of(2026, 9, 1));
              sheet.style(1, 0).format("dd.mm.yyyy").set();
              sheet.value(1, 1, LocalDateTime.of(2026, 9, 1, 8, 30));
              sheet.style(1, 1).format("h:mm").set();
              sheet.value(1, 2, 70601458779L);
              sheet.value(1, 3, 2.50);
              sheet.value(1, 4, true);
              sheet.formula(1, 5, "A1+B1");
              sheet.value(1, 6, 46266);
              sheet.style(1, 6).format("[Red]0").set();
            });
    TableRow row = file.rows().get(0);
    assertThat(row.values())
        .containsEntry("c0", "2026-09-01")
        .containsEntry("c1", "08:30")
        .containsEntry("c2", "70601458779")
        .containsEntry("c3", "2.5")
        .containsEntry("c5", "")
        .containsEntry("c6", "46266");
    assertThat(row.values().get("c4")).isEqualToIgnoringCase("true");
    assertThat(row.problems()).isEqualTo(Map.of("c5", "office.import.formula"));
  }

  @Test
  @DisplayName("DAT-1 what is no table is refused in one sentence")
  void noTables() {
    assertThat(refusal(new byte[0])).isEqualTo("office.import.empty");
    assertThat(refusal("code;name\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("office.import.empty");
    assertThat(refusal("PK\u0003\u0004 no zip".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("office.import.not-xlsx");
    assertThat(refusal("Book.XLSX", "code;name\nA;B\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("office.import.not-xlsx");
    assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 1}))
        .isEqualTo("office.import.old-excel");
    assertThat(refusal(new byte[] {'%', 'P', 'D', 'F', 0, 1, 2}))
        .isEqualTo("office.import.not-table");
    assertThat(refusal("a;b\n\"1;2\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("office.import.broken-csv");
  }

  private static String refusal(byte[] content) {
    return refusal("file", content);
  }

  private static String refusal(String name, byte[] content) {
    String[] code = new String[1];
    assertThatThrownBy(() -> TableFile.read(name, content))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class, e -> code[0] = e.refusals().get(0).code());
    return code[0];
  }

  private static TableFile csv(String text) {
    return TableFile.read("a.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static TableFile xlsx(Consumer<Worksheet> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      content.accept(workbook.newWorksheet("sheet"));
      workbook.finish();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return TableFile.read("a.xlsx", out.toByteArray());
  }
}
