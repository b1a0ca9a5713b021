package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import kz.miras.registrar.achievement.service.analysis.SessionReport;
import kz.miras.registrar.achievement.service.analysis.StudySheetFile;
import kz.miras.registrar.achievement.service.analysis.StudySheetQueries;
import kz.miras.registrar.achievement.service.analysis.StudySheetView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the council and the attestation commission get on paper. */
@InsideTest
class ProgressReportsInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        ProgressReportsInsideIT.class, AnalysisScene.class, Marks.class, WorkbookText.class);
  }

  @Test
  @DisplayName("the sheet over the whole study has every result that counts, total credits and GPA")
  void wholeStudy() throws Exception {
    String group =
        Scene.text(
            "SELECT g.code FROM achievement a JOIN student s ON s.id = a.student_id JOIN student_group"
                + " g ON g.id = s.group_id WHERE s.status = 'STUDYING' GROUP BY g.id ORDER BY COUNT(*)"
                + " DESC LIMIT 1");
    String office = Scene.holding("SEN");
    StudySheetQueries queries = Inside.bean(StudySheetQueries.class);
    StudySheetView view = Inside.as(office, () -> queries.of(group));

    assertThat(view.isWhole()).isTrue();
    assertThat(view.columns()).isNotEmpty();
    assertThat(view.rows()).hasSizeGreaterThan(2);
    for (StudySheetView.Row row : view.rows()) {
      String stored =
          Scene.text(
              "SELECT CONCAT_WS(' ', COALESCE(MAX(k.earned), 0), MAX(ROUND(k.gpa_points /"
                  + " NULLIF(k.gpa_credits, 0), 2))) FROM student s LEFT JOIN achievement_summary k"
                  + " ON k.student_id = s.id WHERE s.student_no = ?",
              row.number());
      assertThat((row.earned() + " " + (row.gpa() == null ? "" : row.gpa())).strip())
          .as("as the stored summary of " + row.number())
          .isEqualTo(stored);
    }
    StudySheetFile file = Inside.bean(StudySheetFile.class);
    assertThat(head(Inside.as(office, () -> file.pdf(group, Language.KK)))).isEqualTo("%PDF");
    String workbook = WorkbookText.of(Inside.as(office, () -> file.xlsx(group, Language.EN)));
    assertThat(workbook).contains(view.columns().get(0).code(), "Theoretical study");
    String stranger = Scene.account("ADV", null, Scene.number("SELECT MAX(id) FROM teacher"));
    assertThatThrownBy(() -> Inside.as(stranger, () -> queries.of(group)))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName("the session report names debtors, who is at risk and who is late, group by group")
  void sessionReport() throws Exception {
    String term = Scene.text(AnalysisScene.BUSIEST);
    long student = Scene.number("SELECT MAX(id) FROM student WHERE status = 'STUDYING'");
    Scene.change(
        "INSERT INTO student_debt (student_id, place, discipline_key, code, name_kk, name_ru, name_en,"
            + " credits, cause, since_term, sign, ways, judged_on) VALUES (?, 99, 'id:0', 'OWED 1',"
            + " 'Қарыз пән', 'Долговая дисциплина', 'Owed', 5, 'FAILED', ?, 'F', 'REPEAT SUMMER',"
            + " university_today())",
        student,
        term);
    String office = Scene.holding("SEN");
    String workbook =
        WorkbookText.of(
            Inside.as(office, () -> Inside.bean(SessionReport.class).xlsx(term, Language.EN)));
    Scene.change("DELETE FROM student_debt WHERE student_id = ? AND place = 99", student);
    assertThat(workbook)
        .contains(
            "OWED 1 Owed",
            "study again; summer semester",
            "Students at risk",
            "Passed everything",
            // a workbook writes letters beyond ASCII as numbers
            Scene.text(
                "SELECT REGEXP_SUBSTR(MIN(g.code), '^[ -~]+') FROM student_group g JOIN student s ON s.group_id = g.id JOIN"
                    + " achievement a ON a.student_id = s.id JOIN term t ON t.id = a.term_id WHERE"
                    + " t.code = ?",
                term));
  }

  private static String head(byte[] file) {
    return new String(file, 0, 4, StandardCharsets.ISO_8859_1);
  }
}
