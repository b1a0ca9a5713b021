package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.RegistrarException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetTest {

  private static final LocalDate NAMED = LocalDate.of(2026, 1, 10);
  private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private final Sheet sheet = new Sheet("2025-1-0001", SheetKind.MAIN, 1, 2, 3L, "B-2025");

  @Test
  @DisplayName("CTL-1 CTL-15 the office opens, the examiner submits, the office closes")
  void theOrdinaryLife() {
    assertThat(sheet.getStatus().allowsEntry()).isFalse();
    sheet.open();
    assertThat(sheet.getStatus().allowsEntry()).isTrue();
    sheet.submit("examiner", NOW);
    assertThat(sheet.getStatus().allowsEntry()).isFalse();
    sheet.close("office", Set.of("examiner"), NOW, new byte[] {1});
    assertThat(sheet.getStatus().isPosted()).isTrue();
    assertThat(sheet.getClosedBy()).isEqualTo("office");
  }

  @Test
  @DisplayName("CTL-15 a closed sheet is never opened, submitted, closed or reassigned again")
  void closedIsClosed() {
    sheet.open();
    sheet.submit("examiner", NOW);
    sheet.close("office", Set.of("examiner"), NOW, new byte[] {1});
    refused("CTL-15", sheet::open);
    refused("CTL-15", () -> sheet.giveBack("office", "row 3"));
    refused("CTL-15", () -> sheet.submit("examiner", NOW));
    refused("CTL-15", () -> sheet.close("other", Set.of(), NOW, new byte[] {2}));
    refused("CTL-15", () -> sheet.assign(5L, 6L));
    refused("CTL-15", () -> sheet.schedule(DAY, null, null));
    assertThat(sheet.getChecksum()).containsExactly(1);
  }

  @Test
  @DisplayName("SHT-5 what is given back needs a remark and forgets its submission")
  void givenBack() {
    sheet.open();
    sheet.submit("examiner", NOW);
    refused("SHT-5", () -> sheet.giveBack("office", "  "));
    sheet.giveBack("office", "row 3: 19 or 91?");
    assertThat(sheet.getStatus()).isEqualTo(SheetStatus.OPEN);
    assertThat(sheet.getSubmittedBy()).isNull();
    assertThat(sheet.getReturnedBy()).isEqualTo("office");
    assertThat(sheet.getReturnedRemark()).isEqualTo("row 3: 19 or 91?");
  }

  @Test
  @DisplayName("SHT-6 once a sheet is open, teacher and examiner are replaced on a basis only")
  void replacement() {
    sheet.appoint(5L, 6L, null, NAMED);
    sheet.open();
    refused("SHT-6", () -> sheet.appoint(5L, 7L, " ", NAMED));
    sheet.appoint(5L, 6L, "", NAMED);
    sheet.appoint(5L, 7L, "order 12 of 2026-01-10", NAMED);
    assertThat(sheet.getExaminerId()).isEqualTo(7L);
    sheet.appoint(5L, 7L, null, NAMED);
    assertThat(sheet.getAppointmentBasis()).isEqualTo("order 12 of 2026-01-10");
  }

  @Test
  @DisplayName("SHT-6 whoever the office names after the end in the section stays, before it not")
  void namedSince() {
    assertThat(sheet.isNamedSince(NAMED)).as("formed from the section").isFalse();
    sheet.appoint(5L, 6L, null, NAMED);
    assertThat(sheet.isNamedSince(NAMED.minusDays(30))).isTrue();
    assertThat(sheet.isNamedSince(NAMED)).isTrue();
    assertThat(sheet.isNamedSince(NAMED.plusDays(1))).isFalse();
    sheet.appoint(5L, 6L, null, NAMED.plusDays(9));
    assertThat(sheet.isNamedSince(NAMED.plusDays(1))).as("nobody was named").isFalse();
  }

  @Test
  @DisplayName("SHT-7 a following sheet stands for the same group and names what it continues")
  void following() {
    Sheet retake = Sheet.following(sheet, "2025-1-0002", SheetKind.FX, "B-2025");
    assertThat(retake.getSectionId()).isEqualTo(3L);
    assertThat(retake.getStatus()).isEqualTo(SheetStatus.CREATED);
    assertThat(retake.fxRetakes()).isEqualTo(1);
    assertThat(SheetKind.MAIN.fxRetakes()).isZero();
  }

  @Test
  @DisplayName("CTL-7 an individual sitting after an FX sitting offers no FX retake again")
  void individualAfterFx() {
    Sheet retake = Sheet.following(sheet, "2025-1-0002", SheetKind.FX, "B-2025");
    assertThat(Sheet.following(retake, "2025-1-0003", SheetKind.INDIVIDUAL, "B-2025").fxRetakes())
        .isEqualTo(1);
    assertThat(Sheet.following(sheet, "2025-1-0004", SheetKind.INDIVIDUAL, "B-2025").fxRetakes())
        .isZero();
  }

  @ParameterizedTest
  @EnumSource(SheetStatus.class)
  @DisplayName("CTL-15 nothing leads back from a posted state to one of entry")
  void noWayBack(SheetStatus from) {
    if (from.isPosted()) {
      assertThat(from.next()).allMatch(SheetStatus::isPosted);
    }
    assertThat(from.canBecome(SheetStatus.CLOSED)).isEqualTo(from == SheetStatus.SUBMITTED);
    assertThat(from.next()).doesNotContain(SheetStatus.CREATED);
  }

  @Test
  @DisplayName("SOD-1 neither who submitted nor who typed a score closes")
  void fourEyes() {
    SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);
    row.grade(80, null, "substitute");
    row.rate(null, null, "teacher");
    assertThat(row.getTypedBy()).isEqualTo("teacher");
    assertThat(row.getScoredBy()).isEqualTo("substitute");
    sheet.open();
    sheet.submit("examiner", NOW);
    for (String own : List.of("examiner", "substitute")) {
      refused("SOD-1", () -> sheet.close(own, Set.of(row.getScoredBy()), NOW, new byte[] {1}));
    }
    sheet.close("office", Set.of(row.getScoredBy()), NOW, new byte[] {1});
  }

  @Test
  @DisplayName("SHT-3 a group has one sheet, and none while nobody is enrolled")
  void oneSheetPerGroup() {
    assertThat(OneSheetPerGroup.judge("A-1", false, 1).isAllowed()).isTrue();
    assertThat(OneSheetPerGroup.judge("A-1", true, 25).refusals())
        .extracting("code")
        .containsExactly("attestation.sheet.exists");
    assertThat(OneSheetPerGroup.judge("A-1", false, 0).refusals())
        .extracting("code")
        .containsExactly("attestation.sheet.nobody");
  }

  @Test
  @DisplayName("SHT-8 a row that is closed as W has a result, whatever was typed before")
  void withdrawnRow() {
    SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);
    row.grade(80, null, "teacher");
    row.withdraw("illness");
    assertThat(row.isWithdrawn()).isTrue();
    assertThat(row.scores().score()).isNull();
    assertThat(row.getNote()).isEqualTo("illness");
  }

  @Test
  @DisplayName("SHT-8 who comes back has the score again that was typed, by whoever typed it")
  void comesBack() {
    SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);
    row.grade(80, null, "teacher");
    row.withdraw("illness");
    row.withdraw("expelled");
    row.comeBack(9L);
    assertThat(row.scores().score()).isEqualTo(80);
    assertThat(row.getScoredBy()).isEqualTo("teacher");
    assertThat(row.getNote()).isNull();
    row.grade(85, null, "teacher");
    row.withdraw("illness");
    row.comeBack(9L);
    assertThat(row.scores().score()).isEqualTo(85);
  }

  @Test
  @DisplayName("CTL-16 SHT-8 who comes back to an annulled result has it annulled still")
  void comesBackToAnnulled() {
    SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);
    row.grade(80, null, "teacher");
    row.annul("2025-0001", "director");
    row.withdraw("expelled");
    row.comeBack(9L);
    assertThat(row.scores()).isEqualTo(new RowScores(null, null, 0, null, true));
  }

  @ParameterizedTest
  @EnumSource(names = {"NA", "AE"})
  @DisplayName("EXM-10 EXC-1 a no-show stands again when the mark decided over it is taken back")
  void noShowBeneath(Mark decided) {
    SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);
    row.grade(null, Mark.AB, "examiner");
    row.decide(decided, "office");
    assertThat(row.scores().mark()).isEqualTo(decided);
    row.takeBack(decided, "office");
    assertThat(row.scores().mark()).isEqualTo(Mark.AB);
    assertThat(row.getScoredBy()).isEqualTo("examiner");
    row.grade(null, null, "examiner");
    row.decide(decided, "office");
    row.takeBack(decided, "office");
    assertThat(row.isBlank()).as("nothing of what was cleared comes back").isTrue();
  }

  @Test
  @DisplayName("SHT-4 a sheet with an open row is not complete and says how many are open")
  void completeWithoutOpenRows() {
    FinalGradePolicy policy = FinalGradePolicy.of(RuleSet.defaults(Level.BACHELOR, DAY), DAY);
    RowScores full = RowScores.of(60, 60, 70);
    RowScores withdrawn = new RowScores(null, null, null, Mark.W);
    RowScores notAdmitted = RowScores.ratings(40, 40);
    RowScores open = RowScores.ratings(60, 60);
    assertThat(
            SheetComplete.judge(policy, ControlForm.EXAM, List.of(full, withdrawn, notAdmitted))
                .isAllowed())
        .isTrue();
    assertThat(
            SheetComplete.judge(
                    policy,
                    ControlForm.EXAM,
                    List.of(full, open, new RowScores(null, null, null, null)))
                .refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.rule()).isEqualTo("SHT-4");
              assertThat(refusal.args()).containsExactly(2L);
            });
  }

  @Test
  @DisplayName("SHT-10 a sheet of a level goes by the calendar of that level and of everybody")
  void goesByTheCalendarOfItsLevel() {
    AcademicYear year = new AcademicYear(2025, DAY, DAY.plusYears(1), null);
    Term term = new Term(year, TermType.AUTUMN, "2025-1", DAY, DAY.plusWeeks(15), 15);
    CalendarEvent all = new CalendarEvent(term, EventKind.RK1, DAY, DAY, null, null);
    CalendarEvent masters = new CalendarEvent(term, EventKind.RK1, DAY, DAY, "MASTER", null);
    assertThat(sheet.isConcernedBy(masters)).as("a sheet of several levels").isTrue();
    sheet.limitTo(Level.BACHELOR);
    assertThat(sheet.isConcernedBy(masters)).isFalse();
    assertThat(sheet.isConcernedBy(all)).isTrue();
    sheet.limitTo(Level.MASTER);
    assertThat(sheet.isConcernedBy(masters)).isTrue();
  }

  private static void refused(String rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused -> assertThat(refused.refusals()).extracting("rule").containsExactly(rule));
  }
}
