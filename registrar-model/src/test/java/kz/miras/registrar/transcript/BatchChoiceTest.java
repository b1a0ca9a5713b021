package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  @DisplayName("DOC-50 it is kept as it was chosen")
  void written() {
    for (BatchChoice choice :
        List.of(
            new BatchChoice(StudentStatus.STUDYING, " 6B06101 ", 4),
            new BatchChoice(StudentStatus.GRADUATED, "6B06101", null),
            new BatchChoice(StudentStatus.STUDYING, null, 1))) {
      assertThat(BatchChoice.read(choice.written())).isEqualTo(choice);
    }
  }

  private static List<String> codes(BatchChoice choice, int students) {
    return choice.verdict(students).refusals().stream().map(Refusal::code).toList();
  }
}
