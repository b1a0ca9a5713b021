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

  @ParameterizedTest(name = "{0}, W in the sheet: {1}")
  @CsvSource({"ENROLLED, RETURNED", "WITHDRAWN, WITHDRAWN", "DROPPED, REMOVED", "COMPLETED, NONE"})
  @DisplayName("SHT-8 who withdrew and is enrolled again is W no more")
  void comesBack(EnrolmentStatus status, RowChange expected) {
    assertThat(RowChange.after(status, true, true)).isEqualTo(expected);
    assertThat(RowChange.after(EnrolmentStatus.ENROLLED, true, false)).isEqualTo(RowChange.NONE);
    assertThat(RowChange.after(EnrolmentStatus.ENROLLED, false, false)).isEqualTo(RowChange.ADDED);
  }

  @ParameterizedTest(name = "{0}, at once in another group {1}, typed {2}: {3}")
  @CsvSource({
    "DROPPED, true, false, NONE",
    "DROPPED, true, true, NONE",
    "DROPPED, false, true, NONE",
    "DROPPED, false, false, REMOVED",
    "CANCELLED_BY_OR, true, true, NONE",
    "CANCELLED_BY_OR, false, true, NONE",
    "CANCELLED_BY_OR, false, false, REMOVED",
    "WITHDRAWN, false, true, WITHDRAWN",
    "ENROLLED, true, false, NONE"
  })
  @DisplayName("SHT-23 the row of an early sitting survives a change of group and every typed mark")
  void earlyRowsStay(EnrolmentStatus status, boolean arrives, boolean typed, RowChange expected) {
    assertThat(RowChange.ofEarly(status, arrives, typed)).isEqualTo(expected);
  }
}
