package kz.miras.registrar.achievement.service.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Column;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Part;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Row;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The consolidated sheet over the whole study, as tables. */
class StudySheetTest {

  private static final int THEORY = 30;

  private static LocalizedText text(String word) {
    return LocalizedText.of(word, word, word);
  }

  private static StudySheetView view(int members) {
    List<Column> columns = new ArrayList<>();
    Map<String, GroupSheetView.Cell> cells = new HashMap<>();
    for (int i = 1; i <= THEORY; i++) {
      columns.add(new Column("id:" + i, "IT" + (100 + i), text("Пән " + i), 5, Part.THEORY));
      cells.put("id:" + i, new GroupSheetView.Cell(70 + i % 25, "B", false));
    }
    columns.add(new Column("id:91", "PR401", text("Практика"), 10, Part.PRACTICE));
    cells.put("id:91", new GroupSheetView.Cell(96, "A", false));
    Row row =
        new Row(
            "7f1c2c1e-0000-4000-8000-000000000001",
            "2300001",
            "Әбдіқадыр Қуаныш",
            cells,
            160,
            new BigDecimal("3.52"),
            1,
            HonoursOutlook.State.OPEN);
    return new StudySheetView(
        "ИС-22-1",
        "6B06101",
        text("Информатика"),
        240,
        LocalDate.of(2026, 5, 20),
        members,
        columns,
        List.of(row));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("every discipline and practice, total credits, GPA and honours; the dean signs, too")
  void everything(Language language) {
    Paper paper = StudySheetFile.paper(view(1), Integer.MAX_VALUE, language);
    assertThat(paper.tables()).as("totals, theory, practice, disciplines").hasSize(4);
    assertThat(paper.tables().get(0).rows().get(0))
        .contains(160, new BigDecimal("3.52"), 1)
        .contains(Messages.text(language, HonoursOutlook.State.OPEN.key()));
    assertThat(paper.tables().get(1).headings()).hasSize(2 + THEORY).contains("IT130 (5)");
    assertThat(paper.tables().get(2).rows().get(0)).contains("96 A");
    assertThat(paper.tables().get(3).rows()).hasSize(THEORY + 1);
    assertThat(paper.signed())
        .containsExactly(
            Messages.text(language, "achievement.consolidated.office"),
            Messages.text(language, "achievement.consolidated.dean"));
    assertThat(paper.note()).contains("240").doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("on paper the disciplines stand in tables that find room, none is lost")
  void onPaper(Language language) {
    Paper paper = StudySheetFile.paper(view(3), 12, language);
    List<ReportTable> marks =
        paper.tables().stream()
            .filter(table -> table.title().equals(Messages.text(language, Part.THEORY.key())))
            .toList();
    assertThat(marks).extracting(table -> table.headings().size()).containsExactly(14, 14, 8);
    assertThat(marks.stream().flatMap(table -> table.headings().stream().skip(2)).distinct())
        .hasSize(THEORY);
    assertThat(paper.note()).contains("3");
  }
}
