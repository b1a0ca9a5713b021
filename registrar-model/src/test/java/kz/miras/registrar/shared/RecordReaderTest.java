package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-09-01|2026-09-01",
        "1.9.2026|2026-09-01",
        "01.09.2026|2026-09-01",
        "01/09/2026|2026-09-01",
        "2026-09-01T00:00:00|2026-09-01",
        "' 01.09.2026 '|2026-09-01"
      })
  @DisplayName("DAT-1 days are read as people and spreadsheets write them")
  void days(String typed, String written) {
    assertThat(read(Field.date("f"), typed).values()).containsEntry("f", written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31.02.2026", "2026-13-01", "01.09.26", "yesterday", "44927", "01.09.1026", "."})
  @DisplayName("DAT-1 what is no day is named, never guessed")
  void noDays(String typed) {
    refused(Field.date("f"), typed, "field.unreadable.DATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1 234|1234", "1\u00a0234|1234", "5,0|5", "-3|-3", "007|7", "2147483647|2147483647"})
  @DisplayName("DAT-1 whole numbers are read with the marks of thousands people use")
  void wholeNumbers(String typed, String written) {
    assertThat(read(Field.number("f"), typed).values()).containsEntry("f", written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.5",
        "five",
        "1e3",
        "2147483648",
        "99999999999999999999999999999999999999999",
        "0x1F",
        "--1"
      })
  @DisplayName("DAT-1 what is no whole number, or too large a one, is named")
  void noWholeNumbers(String typed) {
    refused(Field.number("f"), typed, "field.unreadable.INTEGER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1E+400", "NaN", "1.2.3"})
  @DisplayName("DAT-1 no short text stands for an endless number")
  void noEndlessNumbers(String typed) {
    refused(Field.decimal("f"), typed, "field.unreadable.DECIMAL");
  }

  @ParameterizedTest
  @CsvSource({"иә,true", "Да,true", "YES,true", "+,true", "жоқ,false", "нет,false", "0,false"})
  @DisplayName("DAT-1 yes and no are read in three languages")
  void flags(String typed, String written) {
    assertThat(read(Field.flag("f"), typed).values()).containsEntry("f", written);
  }

  @ParameterizedTest
  @CsvSource({"9:05,09:05", "09:05,09:05", "23:59,23:59"})
  @DisplayName("DAT-1 hours are read with one digit or two")
  void hours(String typed, String written) {
    assertThat(read(Field.time("f"), typed).values()).containsEntry("f", written);
    refused(Field.time("f"), "24:01", "field.unreadable.TIME");
  }

  @Test
  @DisplayName("DAT-1 a choice is read in any case and nothing else is")
  void choices() {
    Field field = Field.choice("f", Sex.class);
    assertThat(read(field, "female").values()).containsEntry("f", "FEMALE");
    refused(field, "F", "field.unreadable.CHOICE");
    refused(Field.flag("f"), "maybe", "field.unreadable.FLAG");
  }

  @Test
  @DisplayName("DAT-1 marks no eye sees are left out, control characters are refused")
  void invisibleMarks() {
    assertThat(read(Field.text("f", 20), "\ufeff Әлия\u00a0 Қ. ").values())
        .containsEntry("f", "Әлия Қ.");
    refused(Field.text("f", 20), "a\u0000b", "field.unreadable.TEXT");
  }

  @Test
  @DisplayName(
      "DAT-1 every field that cannot be read is named at once, with what was typed cut short")
  void everyFieldIsNamed() {
    RecordReader.Reading reading =
        RecordReader.read(
            List.of(
                Field.text("name", 5),
                Field.number("count"),
                Field.date("day"),
                Field.text("missing", 10),
                Field.text("note", 10).optional()),
            Map.of("name", "longer than five", "count", "x".repeat(60), "day", "32.01.2026"));
    assertThat(reading.values()).isEmpty();
    assertThat(reading.verdict().refusals())
        .extracting(refusal -> refusal.field() + " " + refusal.code())
        .containsExactly(
            "name field.too-long",
            "count field.unreadable.INTEGER",
            "day field.unreadable.DATE",
            "missing field.required");
    assertThat(reading.verdict().refusals().get(1).args().get(0).toString()).hasSize(41);
  }

  private static RecordReader.Reading read(Field field, String typed) {
    return RecordReader.read(List.of(field), Map.of("f", typed));
  }

  private static void refused(Field field, String typed, String code) {
    RecordReader.Reading reading = read(field, typed);
    assertThat(reading.values()).isEmpty();
    assertThat(reading.verdict().refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
