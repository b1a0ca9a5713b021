package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.StudyRecord.Line;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GraduateSheetTest {

  @Test
  @DisplayName(
      "AK-7 the sheet of a graduate tells what counts, practices and additional study apart, a"
          + " practice taken again too")
  void parts() {
    GraduateSheet sheet =
        GraduateSheet.of(
            new StudyRecord(
                List.of(
                    term(
                        "2022/2023",
                        line(1, "LAW", ResultKind.MAIN, false, false, false),
                        line(2, "PRA", ResultKind.PRACTICE, false, false, false)),
                    term(
                        "2023/2024",
                        line(3, "LAW", ResultKind.RETAKE, true, false, false),
                        line(4, "PRA", ResultKind.RETAKE, true, false, false),
                        line(5, "ART", ResultKind.ADDITIONAL, true, true, false),
                        line(6, "DIP", ResultKind.FINAL_ATTESTATION, true, false, true))),
                List.of(),
                15,
                5,
                null,
                BigDecimal.ZERO,
                0,
                List.of()));
    assertThat(sheet.theory()).extracting(Line::position).containsExactly(3L);
    assertThat(sheet.practices()).extracting(Line::position).containsExactly(4L);
    assertThat(sheet.attestations()).extracting(Line::position).containsExactly(6L);
    assertThat(sheet.additional()).extracting(Line::position).containsExactly(5L);
    assertThat(sheet.groups())
        .extracting(group -> group.lines().size())
        .containsExactly(1, 1, 1, 1);
  }

  private static StudyRecord.TermPart term(String year, Line... lines) {
    return new StudyRecord.TermPart(
        year, "AUTUMN", List.of(lines), 10, 10, null, BigDecimal.ZERO, 0);
  }

  private static Line line(
      long position,
      String code,
      ResultKind kind,
      boolean counts,
      boolean additional,
      boolean attestation) {
    return new Line(
        position,
        code,
        LocalizedText.of(code, code, code),
        null,
        null,
        5,
        null,
        null,
        80,
        "B",
        new BigDecimal("3.00"),
        null,
        kind,
        1,
        LocalDate.of(2024, 1, 10),
        null,
        counts,
        "reason",
        counts,
        "part",
        additional,
        attestation,
        false);
  }
}
