package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionSoundTest {

  private static final LocalDate BEGINS = LocalDate.of(2026, 9, 1);
  private static final LocalDate ENDS = LocalDate.of(2027, 1, 15);

  @ParameterizedTest
  @CsvSource({
    // first of a duty, at any time
    "2026-09-01,,,false,''",
    "2026-11-01,,,false,''",
    // replaced before the term runs, and in mid-term with a basis
    "2026-09-01,,2026-08-20,false,''",
    "2026-11-01,№ 12-К,2026-09-01,false,''",
    "2026-11-01,,2026-09-01,false,basis",
    "2026-11-01,' ',2026-09-01,false,basis",
    "2026-09-01,№ 12-К,2026-09-01,false,valid_from",
    "2027-01-16,№ 12-К,2026-09-01,false,valid_from",
    "2026-11-01,№ 12-К,2026-09-01,true,teacher"
  })
  @DisplayName("REG-12 a replacement in mid-term has a day after the former's first and a basis")
  void appointed(LocalDate from, String basis, LocalDate replaces, boolean already, String field) {
    Verdict verdict =
        SectionSound.appointed(
            new SectionSound.Wanted(from, basis, replaces, already), BEGINS, ENDS);
    assertThat(verdict.refusals())
        .extracting(Refusal::field)
        .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
  }

  @Test
  @DisplayName("REG-13 a section is never made smaller than the seats taken and kept in it")
  void seats() {
    assertThat(SectionSound.seats(25, 25, 0)).isEqualTo(Verdict.allowed());
    assertThat(SectionSound.seats(25, 20, 5)).isEqualTo(Verdict.allowed());
    assertThat(SectionSound.seats(24, 25, 0).refusals())
        .containsExactly(Refusal.of("registration.seats.taken", "REG-13", 25, 24).at("capacity"));
    assertThat(SectionSound.seats(24, 20, 5).refusals())
        .containsExactly(Refusal.of("registration.seats.kept", "REG-13", 20, 5, 24).at("capacity"));
  }

  @ParameterizedTest(name = "{0} of {3} free, {1} kept, {2} taken, {4} wait, until {5}: {6}")
  @CsvSource({
    "5,0,0,5,0,2026-09-02,''",
    "6,0,0,5,0,2026-09-02,registration.reserve.seats",
    "0,0,0,5,0,2026-09-02,registration.reserve.seats",
    "1,0,0,5,2,2026-09-02,registration.reserve.queue",
    // more and fewer of those kept already
    "8,3,2,5,0,2026-09-02,''",
    "9,3,2,5,0,2026-09-02,registration.reserve.seats",
    "3,3,2,0,4,2026-09-02,''",
    "4,3,2,1,4,2026-09-02,registration.reserve.queue",
    "2,3,2,0,4,2026-09-02,''",
    "1,3,2,0,0,2026-09-02,registration.reserve.taken",
    // the day of release is ahead and inside the term
    "5,0,0,5,0,2027-01-15,''",
    "5,0,0,5,0,2027-01-16,registration.reserve.day",
    "5,0,0,5,0,2026-09-01,registration.reserve.day",
    "5,0,0,5,0,,registration.reserve.day"
  })
  @DisplayName("REG-31 only free seats nobody waits for are kept, until a day inside the term")
  void onlyFreeSeatsAreKept(
      int seats, int kept, int taken, int free, int waiting, LocalDate until, String code) {
    assertThat(
            SectionSound.reserve(
                    new SectionSound.Keeping(seats, kept, taken, free, waiting),
                    until,
                    BEGINS,
                    ENDS)
                .refusals())
        .extracting(Refusal::code)
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  @DisplayName("REG-4 only an open group is closed, and merged only into an open one of its kind")
  void openGroups() {
    for (SectionStatus status : SectionStatus.values()) {
      boolean open = status == SectionStatus.OPEN;
      assertThat(SectionSound.open(status, "G-1").isAllowed()).isEqualTo(open);
      for (SectionKind from : SectionKind.values()) {
        for (SectionKind into : SectionKind.values()) {
          assertThat(SectionSound.merged(true, from, into, status).isAllowed())
              .isEqualTo(open && from == into);
          assertThat(SectionSound.merged(false, from, into, status).isAllowed()).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"10,4,4,true", "10,9,12,true", "10,10,12,false", "10,0,12,false", "10,4,3,false"})
  @DisplayName("REG-4 both parts of a split group have students and seats for them")
  void split(int members, int moving, int capacity, boolean allowed) {
    assertThat(SectionSound.split(members, moving, capacity).isAllowed()).isEqualTo(allowed);
  }

  @Test
  @DisplayName("REG-4 who is moved or taken out is given a reason")
  void explained() {
    assertThat(SectionSound.explained("too few students")).isEqualTo(Verdict.allowed());
    for (String nothing : new String[] {null, "", "  "}) {
      assertThat(SectionSound.explained(nothing).refusals())
          .containsExactly(Refusal.of("registration.section.reason", "REG-4").at("reason"));
    }
  }

  @Test
  @DisplayName("REG-4 only an open group that was proposed to be closed is let run")
  void letRun() {
    for (SectionStatus status : SectionStatus.values()) {
      for (SectionClosing closing : SectionClosing.values()) {
        assertThat(SectionSound.letRun(status, closing, "G-1").isAllowed())
            .isEqualTo(status == SectionStatus.OPEN && closing == SectionClosing.PROPOSED);
      }
      assertThat(SectionSound.letRun(status, null, "G-1").refusals())
          .containsExactly(Refusal.of("registration.section.not-proposed", "REG-4", "G-1"));
    }
  }

  @ParameterizedTest
  @CsvSource({"G-3,true", "' g-2 ',false", "G-1,false", "' ',false", ",false"})
  @DisplayName("REG-4 a new group has a code of its own, whatever the case of its letters")
  void named(String code, boolean allowed) {
    assertThat(SectionSound.named(code, List.of("G-1", "G-2")).isAllowed()).isEqualTo(allowed);
  }

  @Test
  @DisplayName(
      "REG-4 of a merged group nobody moves unless everybody can; each who cannot is named")
  void everybodyMoves() {
    assertThat(SectionSound.everybodyMoves(List.of()).isAllowed()).isTrue();
    assertThat(SectionSound.everybodyMoves(List.of("26-0001", "26-0002")).refusals())
        .containsExactly(
            Refusal.of("registration.section.cannot-move", "REG-4", "26-0001"),
            Refusal.of("registration.section.cannot-move", "REG-4", "26-0002"));
    assertThat(SectionSound.noRoom().rule()).isEqualTo("REG-4");
  }

  @Test
  @DisplayName("REG-31 seats are kept for a programme or a group, not for both nor for nobody")
  void keptForOne() {
    assertThat(SectionSound.keptFor(true, false).isAllowed()).isTrue();
    assertThat(SectionSound.keptFor(false, true).isAllowed()).isTrue();
    assertThat(SectionSound.keptFor(true, true).isAllowed()).isFalse();
    assertThat(SectionSound.keptFor(false, false).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("REG-11 a lesson moved onto other lessons of its students is warned of, not refused")
  void lessonsMoved() {
    assertThat(SectionSound.lessonsMoved("G-1", 0)).isEqualTo(Verdict.allowed());
    Verdict verdict = SectionSound.lessonsMoved("G-1", 3);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .containsExactly(
            Refusal.of("registration.slot.clashes", "REG-11", "G-1", 3L).at("starts_at"));
  }

  @Test
  @DisplayName("REG-22 the language of an offering does not change while somebody has it")
  void languageKept() {
    assertThat(SectionSound.languageKept("MAT", Language.RU, Language.EN, 0).isAllowed()).isTrue();
    assertThat(SectionSound.languageKept("MAT", Language.RU, Language.RU, 60).isAllowed()).isTrue();
    assertThat(SectionSound.languageKept("MAT", Language.RU, Language.EN, 1).refusals())
        .containsExactly(
            Refusal.of("registration.offering.language-taken", "REG-22", "MAT", Language.RU, 1)
                .at("language"));
  }
}
