package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.service.promotion.HonoursFile;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The outlook on honours as files, to those who may see the students. */
@InsideTest
class HonoursInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        HonoursInsideIT.class, WorkbookText.class, PromotionScene.class, Marks.class);
  }

  @Test
  @DisplayName("HON-2 ACC-3 the outlook as workbook and paper has the students the reader may see")
  void files() throws Exception {
    HonoursQueries queries = Inside.bean(HonoursQueries.class);
    HonoursFile file = Inside.bean(HonoursFile.class);
    String office = Scene.holding("DIR");
    String programme = Inside.as(office, () -> queries.programmes(null)).get(0).code();
    List<HonoursQueries.Line> lines =
        Inside.as(office, () -> queries.outlook(programme, null)).lines();
    String workbook =
        WorkbookText.of(Inside.as(office, () -> file.xlsx(programme, null, Language.EN)));
    assertThat(workbook).contains(programme).contains(lines.get(0).number());
    assertThat(workbook).as("where there is no GPA it says so").doesNotContain("GPA is —");
    for (Language language : Language.values()) {
      byte[] pdf = Inside.as(office, () -> file.pdf(programme, null, language));
      assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }
    long other =
        Scene.number(
            "SELECT MAX(u.id) FROM org_unit u WHERE u.id <> (SELECT p.school_id FROM programme p"
                + " WHERE p.code = ?)",
            programme);
    String stranger = PromotionScene.dean(other);
    assertThatThrownBy(() -> Inside.as(stranger, () -> file.xlsx(programme, null, Language.EN)))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName(
      "HON-2 ACH-8 MOV-16 the list as of a past day has who studied then, each with the outlook the"
          + " card tells of that day")
  void asOfAPastDay() throws Exception {
    HonoursQueries queries = Inside.bean(HonoursQueries.class);
    FigureQueries figures = Inside.bean(FigureQueries.class);
    String office = Scene.holding("DIR");
    String left =
        " FROM student_status_change c JOIN student s ON s.id = c.student_id JOIN programme p ON p.id"
            + " = s.programme_id WHERE p.level = 'BACHELOR' AND c.from_status = 'STUDYING' AND"
            + " c.to_status = s.status AND s.status NOT IN ('STUDYING', 'ON_LEAVE') AND"
            + " c.effective_on < CURRENT_DATE AND s.student_no NOT LIKE 'PRO%' ORDER BY"
            + " c.effective_on DESC, c.id LIMIT 1";
    String gone = Scene.text("SELECT s.student_no" + left);
    String programme = Scene.text("SELECT p.code" + left);
    LocalDate day = LocalDate.parse(Scene.text("SELECT c.effective_on" + left)).minusDays(1);

    HonoursQueries.Outlook then = Inside.as(office, () -> queries.outlook(programme, day));

    assertThat(then.day()).isEqualTo(day);
    assertThat(then.lines()).extracting(HonoursQueries.Line::number).contains(gone);
    assertThat(Inside.as(office, () -> queries.programmes(day)))
        .extracting(HonoursQueries.Choice::code)
        .contains(programme);
    for (HonoursQueries.Line line : then.lines()) {
      FigureQueries.View card =
          Inside.as(office, () -> figures.view(line.number(), day, null, null));
      assertThat(line.outlook())
          .as("%s on %s", line.number(), day)
          .isEqualTo(card.honours().outlook());
      assertThat(line.course()).isEqualTo(card.next().course());
    }
    boolean today =
        Inside.as(office, () -> queries.programmes(null)).stream()
            .anyMatch(one -> one.code().equals(programme));
    assertThat(
            today
                ? Inside.as(office, () -> queries.outlook(programme, null)).lines()
                : List.<HonoursQueries.Line>of())
        .extracting(HonoursQueries.Line::number)
        .doesNotContain(gone);
    HonoursFile file = Inside.bean(HonoursFile.class);
    assertThat(WorkbookText.of(Inside.as(office, () -> file.xlsx(programme, day, Language.EN))))
        .contains(gone);
  }
}
