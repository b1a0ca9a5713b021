package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.JournalScene.decide;
import static kz.miras.registrar.inside.JournalScene.due;
import static kz.miras.registrar.inside.JournalScene.run;
import static kz.miras.registrar.inside.JournalScene.seen;
import static kz.miras.registrar.inside.JournalScene.status;
import static kz.miras.registrar.inside.JournalScene.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What no longer changes a rating in a journal, and what still may, in the container. */
@InsideTest
class RatingLimitsInsideIT {

  private static final int FIRST = 120;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(RatingLimitsInsideIT.class, JournalScene.class);
  }

  @AfterEach
  void putAway() throws SQLException {
    JournalScene.past();
  }

  @Test
  @DisplayName(
      "PUB-1 published ratings change neither by journal nor by disposition, until decided")
  void publishedStand() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    long teacher = JournalScene.teacher();
    String author = Scene.account("TCH", null, teacher);
    long sheet = JournalScene.sheet(teacher, two);
    String journal = JournalScene.journal(sheet, 2);
    RatingDesk desk = Inside.bean(RatingDesk.class);
    DispositionDesk dispositions = Inside.bean(DispositionDesk.class);
    String deputy = Scene.holding("DEP");
    assertThat(due(author, "to-type")).as("its week has come").isEqualTo(1);
    assertThat(due(author, "late")).isZero();
    type(author, journal, two.get(0), "w12", "80");
    type(author, journal, two.get(0), "rk", "90");
    assertThat(decide(deputy, journal, two.get(1), Scene.today()).isAllowed()).isTrue();
    String excuse = seen(author, journal).excuses().get(0).id();
    Scene.change(
        "INSERT INTO sheet_publication (sheet_id, part, published_at, published_by) VALUES (?,"
            + " 'RATING', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 'office')",
        sheet);

    assertThat(type(author, journal, two.get(0), "w13", "70"))
        .isEqualTo("attestation.cell.rating-published");
    assertThat(seen(author, journal).may("RATE")).isFalse();
    assertThatThrownBy(() -> run(author, () -> dispositions.rate(journal, excuse, 70)))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(decide(deputy, journal, two.get(1), Scene.today()).refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.cell.rating-published");
    run(author, () -> desk.submit(journal));
    String office = Scene.holding("SPE");
    assertThatThrownBy(() -> Inside.as(office, () -> desk.close(journal)))
        .as("it would change a rating the students know")
        .isInstanceOf(RegistrarException.Refused.class);

    Scene.change(
        "INSERT INTO sheet_extension (id, sheet_id, until_at, document, document_no,"
            + " document_date, reason, decided_by, decided_at) VALUES (NEXT VALUE FOR"
            + " attestation_seq, ?, UTC_TIMESTAMP(6) + INTERVAL 1 DAY, 'ORDER', '7', CURDATE(),"
            + " 'illness', 'director', UTC_TIMESTAMP(6))",
        sheet);
    run(author, () -> dispositions.rate(journal, excuse, 70));
    assertThat(Inside.as(office, () -> desk.close(journal))).isEqualTo(1);
    assertThat(JournalScene.rating(sheet, 2, two.get(0))).isEqualTo("85.000000000");
    assertThat(JournalScene.rating(sheet, 2, two.get(1))).isEqualTo("70.000000000");
  }

  @Test
  @DisplayName("SHT-13 once the exam has begun nothing is typed in the journal of its ratings")
  void theExamHasBegun() throws Exception {
    List<String> one = Scene.students(FIRST + 2, 1);
    long teacher = JournalScene.teacher();
    String author = Scene.account("TCH", null, teacher);
    long sheet = JournalScene.sheet(teacher, one);
    String journal = JournalScene.journal(sheet, 2);
    RatingDesk desk = Inside.bean(RatingDesk.class);
    type(author, journal, one.get(0), "w12", "80");
    type(author, journal, one.get(0), "rk", "90");
    Scene.change("UPDATE sheet SET exam_date = ? WHERE id = ?", Scene.today(), sheet);

    assertThat(type(author, journal, one.get(0), "rk", "95", "90"))
        .isEqualTo("attestation.cell.rating-late");
    assertThat(type(Scene.holding("SEN"), journal, one.get(0), "rk", "95", "90"))
        .isEqualTo("attestation.cell.rating-late");
    run(author, () -> desk.submit(journal));
    assertThat(Inside.as(Scene.holding("SPE"), () -> desk.close(journal)))
        .as("typed in time, and closed when the office comes to it")
        .isEqualTo(1);
  }

  @Test
  @DisplayName("RAT-6 a journal whose ratings stand already is closed after the sheet they went to")
  void outlivesItsSheet() throws Exception {
    List<String> one = Scene.students(FIRST + 3, 1);
    long teacher = JournalScene.teacher();
    String author = Scene.account("TCH", null, teacher);
    long sheet = JournalScene.sheet(teacher, one);
    String journal = JournalScene.journal(sheet, 2);
    RatingDesk desk = Inside.bean(RatingDesk.class);
    DispositionDesk dispositions = Inside.bean(DispositionDesk.class);
    decide(Scene.holding("DEP"), journal, one.get(0), Scene.today());
    String excuse = seen(author, journal).excuses().get(0).id();
    run(author, () -> dispositions.rate(journal, excuse, 70));
    run(author, () -> desk.submit(journal));
    Scene.change(
        "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6) WHERE id = ?",
        sheet);

    assertThatThrownBy(() -> run(author, () -> dispositions.rate(journal, excuse, 75)))
        .as("the office looks at it")
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> desk.close(journal))).isZero();
    assertThat(status(journal)).isEqualTo("CLOSED");
  }

  @Test
  @DisplayName(
      "RAT-3 who was absent and brings the reason after the closing takes the control alone")
  void absentForAReason() throws Exception {
    List<String> one = Scene.students(FIRST + 6, 1);
    long teacher = JournalScene.teacher();
    String author = Scene.account("TCH", null, teacher);
    long sheet = JournalScene.sheet(teacher, one);
    String journal = JournalScene.journal(sheet, 2);
    RatingDesk desk = Inside.bean(RatingDesk.class);
    DispositionDesk dispositions = Inside.bean(DispositionDesk.class);
    type(author, journal, one.get(0), "w12", "70");
    type(author, journal, one.get(0), "rk", "AB");
    run(author, () -> desk.submit(journal));
    Inside.as(Scene.holding("SPE"), () -> desk.close(journal));
    assertThat(JournalScene.rating(sheet, 2, one.get(0))).isEqualTo("35.000000000");
    assertThat(seen(author, journal).main().students()).containsValue(one.get(0));

    assertThat(decide(Scene.holding("DEP"), journal, one.get(0), Scene.today()).isAllowed())
        .isTrue();
    assertThat(JournalScene.rating(sheet, 2, one.get(0))).as("open again, and no zero").isNull();
    String excuse = seen(author, journal).excuses().get(0).id();
    run(author, () -> dispositions.rate(journal, excuse, 90));
    assertThat(JournalScene.rating(sheet, 2, one.get(0))).isEqualTo("80.000000000");
    assertThat(seen(author, journal).main().students()).isEmpty();
  }
}
