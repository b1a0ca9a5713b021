package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.registration.EnrolmentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowChangeTest {

  @ParameterizedTest(name = "{0}, in the sheet {1}: {2}")
  @CsvSource({
    "ENROLLED, false, ADDED",
    "ENROLLED, true, NONE",
    "DROPPED, true, REMOVED",
    "DROPPED, false, NONE",
    "CANCELLED_BY_OR, true, REMOVED",
    "CANCELLED_BY_OR, false, NONE",
    "WITHDRAWN, true, WITHDRAWN",
    "WITHDRAWN, false, NONE",
    "REQUESTED, false, NONE",
    "REQUESTED, true, NONE",
    "WAITLISTED, false, NONE",
    "WAITLISTED, true, NONE",
    "COMPLETED, false, NONE",
    "COMPLETED, true, NONE"
  })
  @DisplayName("SHT-8 the rows of an open sheet follow the enrolments of its group")
  void followsTheEnrolment(EnrolmentStatus status, boolean hasRow, RowChange expected) {
    assertThat(RowChange.after(status, hasRow)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, left {1}, typed {2}: {3}")
  @CsvSource({
    "ENROLLED, true, false, RETURNED",
    "ENROLLED, true, true, RETURNED",
    "ENROLLED, false, true, NONE",
    "WITHDRAWN, true, false, WITHDRAWN",
    "WITHDRAWN, false, true, WITHDRAWN",
    "DROPPED, true, false, REMOVED",
    "DROPPED, false, false, REMOVED",
    "DROPPED, false, true, KEPT",
    "CANCELLED_BY_OR, true, true, KEPT",
    "COMPLETED, true, true, NONE"
  })
  @DisplayName("SHT-8 who comes back has the row as it was; no score or mark is lost by a drop")
  void ofTheSheet(EnrolmentStatus status, boolean left, boolean typed, RowChange expected) {
    assertThat(RowChange.of(status, left, typed)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, at once in another group {1}, typed {2}: {3}")
  @CsvSource({
    "DROPPED, true, false, NONE",
    "DROPPED, true, true, NONE",
    "DROPPED, false, true, KEPT",
    "DROPPED, false, false, REMOVED",
    "CANCELLED_BY_OR, true, true, NONE",
    "CANCELLED_BY_OR, false, true, KEPT",
    "CANCELLED_BY_OR, false, false, REMOVED",
    "WITHDRAWN, false, true, WITHDRAWN",
    "ENROLLED, true, false, NONE"
  })
  @DisplayName("SHT-23 the row of an early sitting survives a change of group and every typed mark")
  void earlyRowsStay(EnrolmentStatus status, boolean arrives, boolean typed, RowChange expected) {
    assertThat(RowChange.ofEarly(status, arrives, typed)).isEqualTo(expected);
  }
}
