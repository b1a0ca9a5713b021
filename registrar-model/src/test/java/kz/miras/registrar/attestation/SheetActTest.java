package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetActTest {

  @ParameterizedTest
  @DisplayName("CTL-15 what can be done with a sheet follows from how far it is")
  @CsvSource({
    "CREATED,   RATING_AND_EXAM, OPEN APPOINT ROOM EXEMPT",
    "OPEN,      RATING_AND_EXAM, RATE SCORE SUBMIT APPOINT EXTEND EXCUSE PUBLISH ROOM DENY EXEMPT",
    "OPEN,      RATING_ONLY,     RATE SUBMIT APPOINT EXTEND",
    "OPEN,      EXAM_ONLY,       SCORE SUBMIT APPOINT EXTEND EXCUSE PUBLISH ROOM DENY EXEMPT",
    "OPEN,      SINGLE_SCORE,    SCORE SUBMIT APPOINT EXTEND EXCUSE PUBLISH ROOM EXEMPT",
    "OPEN,      PASS_FAIL,       SCORE SUBMIT APPOINT EXTEND EXCUSE PUBLISH ROOM EXEMPT",
    "OVERDUE,   RATING_AND_EXAM, SUBMIT APPOINT EXTEND EXCUSE PUBLISH ROOM DENY EXEMPT",
    "SUBMITTED, RATING_AND_EXAM, CLOSE APPOINT EXCUSE PUBLISH ROOM DENY EXEMPT",
    "CLOSED,    RATING_AND_EXAM, EXCUSE PUBLISH CORRECT ROOM",
    "AMENDED,   PASS_FAIL,       EXCUSE PUBLISH CORRECT ROOM",
    "CLOSED,    RATING_ONLY,     ''",
  })
  void followsFromItsState(SheetStatus status, EntryForm form, String acts) {
    Set<SheetAct> expected = EnumSet.noneOf(SheetAct.class);
    for (String act : acts.split(" ")) {
      if (!act.isEmpty()) {
        expected.add(SheetAct.valueOf(act));
      }
    }
    Set<SheetAct> possible = EnumSet.noneOf(SheetAct.class);
    for (SheetAct act : SheetAct.values()) {
      if (act.isPossible(status, form)) {
        possible.add(act);
      }
    }
    assertThat(possible).isEqualTo(expected);
  }
}
