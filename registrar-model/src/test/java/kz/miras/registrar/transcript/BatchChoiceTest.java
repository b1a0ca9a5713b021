package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BatchChoiceTest {

  @Test
  @DisplayName("DOC-50 a batch is of a programme or a course, for somebody, and not for too many")
  void whoIsMeant() {
    assertThat(codes(new BatchChoice(StudentStatus.GRADUATED, null, null), 10))
        .containsExactly("transcript.batch.unnamed");
    assertThat(codes(new BatchChoice(StudentStatus.GRADUATED, "  ", null), 10))
        .containsExactly("transcript.batch.unnamed");
    assertThat(codes(new BatchChoice(StudentStatus.STUDYING, null, 4), 0))
        .containsExactly("transcript.batch.nobody");
    assertThat(codes(new BatchChoice(StudentStatus.STUDYING, null, 4), BatchChoice.MOST)).isEmpty();
    assertThat(codes(new BatchChoice(StudentStatus.STUDYING, null, 4), BatchChoice.MOST + 1))
        .containsExactly("transcript.batch.many");
    assertThat(codes(new BatchChoice(StudentStatus.GRADUATED, " 6B06101 ", null), 1)).isEmpty();
  }

  @Test
  @DisplayName("DOC-50 a batch of sheets is of a term, whole or of a programme, and of some sheets")
  void whichSheets() {
    assertThat(codes(BatchChoice.ofTerm(null, "6B06101"), 10))
        .containsExactly("transcript.batch.no-term");
    assertThat(codes(BatchChoice.ofTerm(" ", null), 10))
        .containsExactly("transcript.batch.no-term");
    assertThat(codes(BatchChoice.ofTerm("2206-1", null), 0))
        .containsExactly("transcript.batch.no-sheets");
    assertThat(codes(BatchChoice.ofTerm("2206-1", null), BatchChoice.MOST + 1))
        .containsExactly("transcript.batch.many-sheets");
    assertThat(codes(BatchChoice.ofTerm("2206-1", null), BatchChoice.MOST)).isEmpty();
    assertThatThrownBy(() -> new BatchChoice(StudentStatus.STUDYING, null, 1, "2206-1"))
        .as("students and sheets at once")
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            Arrays.stream(SubjectKind.values())
                .filter(SubjectKind::isOfTerm)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            SubjectKind.EXAM_SHEET,
            SubjectKind.RETAKE_SHEET,
            SubjectKind.RATING_SHEET,
            SubjectKind.GROUP_SHEET);
  }

  @Test
  @DisplayName("DOC-50 it is kept as it was chosen")
  void written() {
    for (BatchChoice choice :
        List.of(
            new BatchChoice(StudentStatus.STUDYING, " 6B06101 ", 4),
            new BatchChoice(StudentStatus.GRADUATED, "6B06101", null),
            new BatchChoice(StudentStatus.STUDYING, null, 1),
            BatchChoice.ofTerm("2206-1", " 6B06101 "),
            BatchChoice.ofTerm("2206-2", null))) {
      assertThat(BatchChoice.read(choice.written())).isEqualTo(choice);
    }
  }

  private static List<String> codes(BatchChoice choice, int students) {
    return choice.verdict(students).refusals().stream().map(Refusal::code).toList();
  }
}
