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
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.inside.JournalScene.Taught;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The journal of a period from its forming to the rating in the sheet, in the container. */
@InsideTest
class RatingInsideIT {

  private static final int FIRST = 120;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(RatingInsideIT.class, JournalScene.class);
  }

  @AfterEach
  void putAway() throws SQLException {
    JournalScene.past();
  }

  @Test
  @DisplayName(
      "RAT-6 closing a journal writes the ratings as they are, posts nothing, and is by another")
  void fromJournalToSheet() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    Taught taught = Taught.of(two, 2);
    RatingDesk desk = Inside.bean(RatingDesk.class);

    assertThat(taught.types(two.get(0), "w12", "49")).isEmpty();
    assertThat(taught.types(two.get(0), "w13", "49,0")).isEmpty();
    assertThat(taught.types(two.get(0), "w14", "50")).isEmpty();
    assertThat(taught.types(two.get(0), "rk", "49")).isEmpty();
    assertThat(taught.types(two.get(0), "valid", "1")).isEqualTo("attestation.rating.absences");
    assertThat(taught.types(two.get(0), "w12", "99"))
        .as("it was another cell when the page was read")
        .isEqualTo("attestation.cell.conflict");
    assertThatThrownBy(() -> taught.types(two.get(0), "w11", "50"))
        .as("a week of the first period")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> run(taught.author(), () -> desk.submit(taught.journal())))
        .as("RAT-4: the other line is open")
        .isInstanceOf(RegistrarException.Refused.class);
    RatingGrid grid = seen(taught.author(), taught.journal());
    assertThat(grid.missing()).isEqualTo(1);
    assertThat(grid.rows().get(0).rating()).isEqualByComparingTo("49.17");
    assertThat(grid.rows().get(1).gaps()).containsExactly(12, 13, 14);
    assertThat(grid.may("SUBMIT")).isTrue();

    assertThat(taught.types(two.get(1), "w12", "80")).isEmpty();
    assertThat(taught.types(two.get(1), "rk", "90")).isEmpty();
    assertThat(seen(taught.author(), taught.journal()).rows().get(1).rating())
        .as("RAT-10: weeks 13 and 14 are not said of")
        .isNull();
    assertThatThrownBy(() -> run(taught.author(), () -> desk.submit(taught.journal())))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(taught.types(two.get(1), "w13", "AE")).isEmpty();
    assertThat(taught.types(two.get(1), "w14", "AB")).isEmpty();
    RatingGrid.Row missed = seen(taught.author(), taught.journal()).rows().get(1);
    assertThat(missed.current()).as("80 and 0").isEqualByComparingTo("40");
    assertThat(missed.rating()).isEqualByComparingTo("65");
    assertThat(missed.missed()).containsExactly(14);
    assertThat(type(taught.author(), taught.journal(), two.get(1), "w14", "AE", "AB")).isEmpty();
    run(taught.author(), () -> desk.submit(taught.journal()));
    SheetPosting posting = Inside.bean(SheetPosting.class);
    String office = Scene.holding("SPE");
    assertThatThrownBy(() -> Inside.as(office, () -> posting.close(taught.journal())))
        .as("nothing leads from a journal to the history")
        .isInstanceOf(RegistrarException.NotFound.class);
    String both = Scene.account("SPE", null, taught.teacher());
    assertThatThrownBy(() -> Inside.as(both, () -> desk.close(taught.journal())))
        .as("SOD-6: whoever teaches")
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(Inside.as(office, () -> desk.close(taught.journal()))).isEqualTo(2);

    assertThat(status(taught.journal())).isEqualTo("CLOSED");
    assertThat(taught.rating(2, two.get(0))).isEqualTo("49.166666667");
    assertThat(taught.rating(2, two.get(1))).isEqualTo("85.000000000");
    assertThat(taught.rating(1, two.get(0))).isNull();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM achievement a JOIN sheet h ON h.id IN (a.sheet_id) WHERE h.id"
                    + " = ? OR h.rates_id = ?",
                taught.sheet(),
                taught.sheet()))
        .isZero();
    assertThatThrownBy(() -> taught.types(two.get(0), "w12", "99"))
        .isInstanceOf(RegistrarException.Refused.class);
  }

  @Test
  @DisplayName("RAT-6 a period with a journal takes no rating typed past it, the other one does")
  void nothingPastTheJournal() throws Exception {
    List<String> one = Scene.students(FIRST + 2, 1);
    Taught taught = Taught.of(one, 2);
    String id = Scene.text("SELECT uuid FROM sheet WHERE id = ?", taught.sheet());
    long row = Scene.number("SELECT id FROM sheet_row WHERE sheet_id = ?", taught.sheet());
    SheetDesk desk = Inside.bean(SheetDesk.class);
    List<TypedCell> cells =
        List.of(
            new TypedCell(row, "second", "80", 0, ""), new TypedCell(row, "first", "70", 0, ""));

    List<Refusal> refusals =
        Inside.as(taught.author(), () -> desk.type(id, cells)).stream()
            .map(t -> t.refusal())
            .toList();

    assertThat(refusals.get(0).code()).isEqualTo("attestation.cell.journal");
    assertThat(taught.rating(2, one.get(0))).isNull();
    assertThat(refusals.get(1)).isNull();
    assertThat(taught.rating(1, one.get(0))).isEqualTo("70.000000000");
  }

  @Test
  @DisplayName("RAT-2 the first period is over for its teacher; the office still types it")
  void overForTheTeacher() throws Exception {
    List<String> one = Scene.students(FIRST + 3, 1);
    Taught taught = Taught.of(one, 1);
    RatingDesk desk = Inside.bean(RatingDesk.class);

    assertThat(taught.types(one.get(0), "w1", "70")).isEqualTo("attestation.rating.too-late");
    assertThat(seen(taught.author(), taught.journal()).may("RATE")).isFalse();
    String substitute = Scene.holding("SEN");
    long late = due(substitute, "late");
    assertThat(late).as("it is the office's work now").isPositive();
    String earlier = Scene.holding("SEN");
    assertThat(type(earlier, taught.journal(), one.get(0), "w1", "60")).isEmpty();
    assertThat(type(substitute, taught.journal(), one.get(0), "w1", "70", "60")).isEmpty();
    assertThat(type(substitute, taught.journal(), one.get(0), "rk", "AB")).isEmpty();
    run(Scene.holding("SEN"), () -> desk.submit(taught.journal()));
    assertThat(due(substitute, "late")).isEqualTo(late - 1);
    assertThatThrownBy(() -> Inside.as(substitute, () -> desk.close(taught.journal())))
        .as("SOD-1: whoever typed")
        .isInstanceOf(RegistrarException.Refused.class);
    assertThatThrownBy(() -> Inside.as(earlier, () -> desk.close(taught.journal())))
        .as("SOD-1: nothing of theirs is left, but they typed")
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> desk.close(taught.journal()))).isEqualTo(1);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_typist WHERE sheet_id = ? AND login IN (?, ?)",
                taught.sheet(),
                earlier,
                substitute))
        .as("known in the sheet the ratings went to")
        .isEqualTo(2);
    assertThat(taught.rating(1, one.get(0))).isEqualTo("35.000000000");
  }

  @Test
  @DisplayName("RAT-3 who takes the control alone gets the rating also after the journal is closed")
  void alone() throws Exception {
    List<String> two = Scene.students(FIRST + 4, 2);
    Taught taught = Taught.of(two, 2);
    RatingDesk desk = Inside.bean(RatingDesk.class);
    DispositionDesk dispositions = Inside.bean(DispositionDesk.class);
    String deputy = Scene.holding("DEP");
    taught.types(two.get(0), "w12", "80");
    taught.types(two.get(0), "rk", "90");

    assertThat(decide(deputy, taught.journal(), two.get(0), Scene.today()).refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.rating.excuse.rated");
    String both = Scene.account("DEP", null, taught.teacher());
    assertThat(decide(both, taught.journal(), two.get(1), Scene.today()).refusals())
        .extracting(Refusal::rule)
        .as("whoever teaches")
        .containsExactly("SOD-6");
    assertThat(decide(deputy, taught.journal(), two.get(1), Scene.today().plusDays(14)).isAllowed())
        .isTrue();
    run(taught.author(), () -> desk.submit(taught.journal()));
    Inside.as(Scene.holding("SPE"), () -> desk.close(taught.journal()));
    assertThat(taught.rating(2, two.get(1))).as("open, and no zero").isNull();

    RatingGrid.Excuse excuse = seen(taught.author(), taught.journal()).excuses().get(0);
    assertThat(excuse.number()).isEqualTo("12");
    run(taught.author(), () -> dispositions.rate(taught.journal(), excuse.id(), 70));
    assertThat(taught.rating(2, two.get(1))).isEqualTo("70.000000000");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_typist t JOIN sheet h ON h.id = t.sheet_id WHERE"
                    + " t.login = ? AND (h.id = ? OR h.uuid = ?)",
                taught.author(),
                taught.sheet(),
                taught.journal()))
        .as("known in both")
        .isEqualTo(2);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = ? AND n.code = 'attestation.notice.disposition'",
                two.get(1)))
        .isEqualTo(1);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code ="
                    + " 'attestation.notice.disposition-teacher'",
                taught.teacher()))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("a teacher of another discipline does not learn of a journal")
  void anothersIsUnknown() throws Exception {
    String journal = Taught.of(Scene.students(FIRST + 6, 1), 2).journal();
    String stranger = Scene.account("TCH", null, JournalScene.teacher());

    assertThatThrownBy(() -> seen(stranger, journal))
        .isInstanceOf(RegistrarException.NotFound.class);
    RatingDesk desk = Inside.bean(RatingDesk.class);
    assertThatThrownBy(() -> run(stranger, () -> desk.submit(journal)))
        .isInstanceOf(RegistrarException.NotFound.class);
  }
}
