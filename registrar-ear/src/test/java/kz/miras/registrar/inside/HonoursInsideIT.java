package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.miras.registrar.achievement.service.promotion.HonoursFile;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries;
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
    String programme = Inside.as(office, queries::programmes).get(0).code();
    List<HonoursQueries.Line> lines = Inside.as(office, () -> queries.of(programme));
    String workbook = WorkbookText.of(Inside.as(office, () -> file.xlsx(programme, Language.EN)));
    assertThat(workbook).contains(programme).contains(lines.get(0).number());
    assertThat(workbook).as("where there is no GPA it says so").doesNotContain("GPA is —");
    for (Language language : Language.values()) {
      byte[] pdf = Inside.as(office, () -> file.pdf(programme, language));
      assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }
    long other =
        Scene.number(
            "SELECT MAX(u.id) FROM org_unit u WHERE u.id <> (SELECT p.school_id FROM programme p"
                + " WHERE p.code = ?)",
            programme);
    String stranger = PromotionScene.dean(other);
    assertThatThrownBy(() -> Inside.as(stranger, () -> file.xlsx(programme, Language.EN)))
        .isInstanceOf(RegistrarException.NotFound.class);
  }
}
