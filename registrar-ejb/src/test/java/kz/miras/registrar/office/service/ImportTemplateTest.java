package kz.miras.registrar.office.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.service.ControlTotalList;
import kz.miras.registrar.achievement.service.PastResultList;
import kz.miras.registrar.calendar.service.EventList;
import kz.miras.registrar.calendar.service.HolidayList;
import kz.miras.registrar.calendar.service.TermList;
import kz.miras.registrar.calendar.service.YearList;
import kz.miras.registrar.curriculum.service.CurriculumList;
import kz.miras.registrar.curriculum.service.DisciplineList;
import kz.miras.registrar.curriculum.service.ProgrammeList;
import kz.miras.registrar.curriculum.service.TeacherList;
import kz.miras.registrar.curriculum.service.UnitList;
import kz.miras.registrar.registration.service.EnrolmentList;
import kz.miras.registrar.registration.service.FinancialHoldList;
import kz.miras.registrar.registration.service.OfferingList;
import kz.miras.registrar.registration.service.OfficeHoldList;
import kz.miras.registrar.registration.service.SectionList;
import kz.miras.registrar.registration.service.SlotList;
import kz.miras.registrar.registration.service.WindowList;
import kz.miras.registrar.registration.service.elective.ElectiveList;
import kz.miras.registrar.registration.service.payment.PaymentList;
import kz.miras.registrar.registration.service.payment.PriceList;
import kz.miras.registrar.registration.service.summer.SummerList;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RecordReader;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.student.service.GroupList;
import kz.miras.registrar.student.service.OrderList;
import kz.miras.registrar.student.service.StudentList;
import kz.miras.registrar.transcript.service.PastDocumentList;
import kz.miras.registrar.transcript.service.diploma.DiplomaList;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImportTemplateTest {

  static Stream<RecordList> lists() {
    return Stream.of(
        new UnitList(),
        new TeacherList(),
        new ProgrammeList(),
        new DisciplineList(),
        new CurriculumList(),
        new YearList(),
        new TermList(),
        new EventList(),
        new ElectiveList(),
        new PriceList(),
        new SummerList(),
        new PaymentList(),
        new HolidayList(),
        new GroupList(),
        new StudentList(),
        new OrderList(),
        new OfferingList(),
        new SectionList(),
        new SlotList(),
        new EnrolmentList(),
        new WindowList(),
        new OfficeHoldList(),
        new FinancialHoldList(),
        new PastResultList(),
        new ControlTotalList(),
        new PastDocumentList(),
        new DiplomaList());
  }

  @ParameterizedTest
  @MethodSource("lists")
  @DisplayName("a template explains every column and shows a row that its own list can read")
  void everyTemplateIsExplained(RecordList list) throws IOException {
    for (Language language : Language.values()) {
      try (ReadableWorkbook workbook =
          new ReadableWorkbook(new ByteArrayInputStream(ImportTemplate.xlsx(list, language)))) {
        List<Sheet> sheets = workbook.getSheets().toList();
        assertThat(sheets).hasSize(3);
        assertThat(sheets.get(0).read()).as("nothing but the headings").hasSize(1);
        List<String> headings = texts(sheets.get(0).read().get(0));
        assertThat(headings).doesNotHaveDuplicates().noneMatch(label -> label.contains("??"));
        List<Row> explained = sheets.get(1).read();
        assertThat(explained).hasSize(list.fields().size() + 1);
        assertThat(explained.stream().skip(1).map(row -> texts(row).get(0)))
            .containsExactlyElementsOf(headings);
        assertThat(texts(sheets.get(2).read().get(0))).isEqualTo(headings);
      }
      Map<String, String> typed = new LinkedHashMap<>();
      List<ImportTemplate.Column> columns = ImportTemplate.columns(list, language);
      for (int i = 0; i < columns.size(); i++) {
        Field field = list.fields().get(i);
        ImportTemplate.Column column = columns.get(i);
        typed.put(field.key(), column.example());
        assertThat(column.holds()).doesNotContain("??");
        assertThat(column.allowed().isEmpty()).isEqualTo(field.choices().isEmpty());
      }
      RecordReader.Reading read =
          RecordReader.read(list.fields(), new ChoiceWords(list).coded(typed));
      assertThat(read.verdict().refusals()).as(list.code() + " " + language).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  @DisplayName("every choice is understood by its words in three languages, and by its code")
  void wordsOfChoices(RecordList list) {
    ChoiceWords words = new ChoiceWords(list);
    for (Field field : list.fields()) {
      for (String code : field.choices()) {
        for (Language language : Language.values()) {
          String word = ChoiceWords.word(list.code(), field.key(), code, language);
          assertThat(word).as(list.code() + "." + field.key()).isNotEqualTo(code);
          assertThat(words.coded(Map.of(field.key(), " " + word.toUpperCase() + " ")))
              .as(field.key() + " " + word)
              .containsEntry(field.key(), code);
        }
        assertThat(words.coded(Map.of(field.key(), code.toLowerCase())).get(field.key()))
            .isEqualToIgnoringCase(code);
      }
    }
  }

  @Test
  @DisplayName("abbreviations of cycle and component are understood; nonsense stays as typed")
  void abbreviations() {
    ChoiceWords words = new ChoiceWords(new CurriculumList());
    assertThat(words.coded(Map.of("cycle", "ООД", "component", "кв")))
        .containsEntry("cycle", "GENERAL")
        .containsEntry("component", "ELECTIVE");
    assertThat(words.coded(Map.of("cycle", "ЖБП", "component", "ЖООК")))
        .containsEntry("cycle", "GENERAL")
        .containsEntry("component", "UNIVERSITY");
    assertThat(words.coded(Map.of("cycle", "всякое", "discipline", "ООД")))
        .containsEntry("cycle", "всякое")
        .containsEntry("discipline", "ООД");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a value that is none of a choice is answered with the words that are")
  void wordsOfRefusals(Language language) {
    Refusal refusal = Refusal.of("field.unreadable.CHOICE", "DAT-1", "всякое").at("funding");
    String text = ChoiceWords.allowed(new StudentList(), refusal, language);
    assertThat(text).doesNotContain("??", "GRANT");
    for (String code : List.of("GRANT", "PAID")) {
      assertThat(text).contains(ChoiceWords.word("students", "funding", code, language));
    }
    assertThat(
            ChoiceWords.allowed(new StudentList(), Refusal.of("field.required", "DAT-1"), language))
        .isEmpty();
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }
}
