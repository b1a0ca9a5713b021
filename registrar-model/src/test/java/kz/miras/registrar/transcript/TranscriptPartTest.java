package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranscriptPartTest {

  private static final StudyRecord WHOLE =
      new StudyRecord(
          List.of(
              term("2022/2023", line(1, 5, "4.00", true), line(2, 3, "2.00", true)),
              term("2023/2024", line(3, 4, "3.00", true), line(4, 5, "0.50", false)),
              term("2024/2025", line(5, 6, "3.67", true))),
          List.of(year("2022/2023"), year("2023/2024"), year("2024/2025")),
          18,
          0,
          new BigDecimal("3.34"),
          new BigDecimal("60.02"),
          18,
          List.of());

  private static StudyRecord part(String from, String to) {
    return TranscriptPart.years(from, to).years(WHOLE);
  }

  @Test
  @DisplayName("DOC-12 credits and GPA are those of the chosen years, and of results that count")
  void ofSomeYears() {
    StudyRecord two = part("2022/2023", "2023/2024");
    assertThat(two.terms())
        .extracting(StudyRecord.TermPart::year)
        .containsExactly("2022/2023", "2023/2024");
    // (5 x 4.00 + 3 x 2.00 + 4 x 3.00) / 12
    assertThat(two.gpa()).isEqualByComparingTo("3.17");
    assertThat(two.gpaCredits()).isEqualTo(12);
    assertThat(two.years()).hasSize(2);
    assertThat(part("2024/2025", null).gpa()).isEqualByComparingTo("3.67");
    assertThat(part(null, null)).isSameAs(WHOLE);
    assertThat(part("2030/2031", null).terms()).isEmpty();
    assertThat(part("2030/2031", null).gpa()).as("no results, no GPA").isNull();
  }

  @Test
  @DisplayName("DOC-12 years are written as such, and the first is not after the last")
  void refusesWhatIsNoPeriod() {
    assertThat(codes(Map.of("from", "2024"))).containsExactly("transcript.period.year");
    assertThat(codes(Map.of("from", "2024/2025", "to", "2022/2023")))
        .containsExactly("transcript.period.order");
    assertThat(codes(Map.of("from", " 2022/2023 ", "to", ""))).isEmpty();
    assertThat(TranscriptPart.of(Map.of("from", "", "to", " ")).isWhole()).isTrue();
    TranscriptPart abroad = new TranscriptPart(null, null, null, true);
    assertThat(abroad.isWhole()).isTrue();
    assertThat(TranscriptPart.of(abroad.details())).isEqualTo(abroad);
    assertThat(TranscriptPart.WHOLE.details()).isEmpty();
    assertThat(TranscriptPart.years("2023/2024", null).details())
        .isEqualTo(Map.of("from", "2023/2024"));
    assertThat(TranscriptPart.years(null, "2024/2025").details())
        .isEqualTo(Map.of("to", "2024/2025"));
  }

  @Test
  @DisplayName("DOC-13 a part of one programme is told from one of years, and both may be one")
  void ofOneProgramme() {
    TranscriptPart law = TranscriptPart.of(Map.of("programme", " 6B04205 "));
    assertThat(law).isEqualTo(TranscriptPart.programme("6B04205"));
    assertThat(law.isWhole()).isFalse();
    assertThat(law.isOfYears()).isFalse();
    assertThat(law.details()).isEqualTo(Map.of("programme", "6B04205"));
    assertThat(law.shown()).isEqualTo("6B04205");
    TranscriptPart both = TranscriptPart.of(Map.of("programme", "6B04205", "to", "2023/2024"));
    assertThat(both.isOfYears()).isTrue();
    assertThat(both.shown()).isEqualTo("6B04205, … – 2023/2024");
    assertThat(TranscriptPart.WHOLE.shown()).isEmpty();
  }

  @Test
  @DisplayName("AK-7 the sheet of a graduate is of the whole study, a transcript of any part of it")
  void sheetOfAll() {
    DocumentKind sheet = kind(DocumentKind.GRADUATE_SHEET);
    for (TranscriptPart part :
        List.of(
            TranscriptPart.years("2023/2024", null),
            TranscriptPart.years(null, "2023/2024"),
            TranscriptPart.programme("6B04205"))) {
      assertThat(part.fits(sheet).refusals())
          .extracting(Refusal::code, Refusal::rule)
          .containsExactly(tuple("transcript.graduate-sheet.whole", "AK-7"));
      assertThat(part.fits(kind(DocumentKind.TRANSCRIPT)).isAllowed()).isTrue();
    }
    assertThat(TranscriptPart.WHOLE.fits(sheet).isAllowed()).isTrue();
  }

  private static DocumentKind kind(String code) {
    return new DocumentKind(
        code,
        DocumentFamily.TRANSCRIPT,
        "T",
        LocalizedText.of("қ", "в", "k"),
        "transcript",
        null,
        null,
        Set.of(),
        true,
        true,
        null,
        List.of(),
        true);
  }

  private static List<String> codes(Map<String, String> details) {
    return TranscriptPart.of(details).verdict().refusals().stream().map(Refusal::code).toList();
  }

  private static StudyRecord.TermPart term(String year, StudyRecord.Line... lines) {
    return new StudyRecord.TermPart(
        year, "AUTUMN", List.of(lines), 30, 8, BigDecimal.ONE, BigDecimal.ONE, 8);
  }

  private static StudyRecord.YearPart year(String year) {
    return new StudyRecord.YearPart(year, 8, BigDecimal.ONE, BigDecimal.ONE, 8);
  }

  private static StudyRecord.Line line(long position, int credits, String digital, boolean counts) {
    return new StudyRecord.Line(
        position,
        "D" + position,
        LocalizedText.of("п", "д", "d"),
        null,
        null,
        credits,
        null,
        null,
        80,
        "B",
        new BigDecimal(digital),
        null,
        ResultKind.MAIN,
        1,
        LocalDate.of(2024, 1, 10),
        null,
        counts,
        "reason",
        counts,
        "part",
        false,
        false,
        false);
  }
}
