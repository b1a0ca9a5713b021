package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateExamFormTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("CTL-2 a discipline is marked as the state exam exactly where it ends with one")
  void bothTellTheSame(ControlForm form) {
    boolean stateExam = form == ControlForm.STATE_EXAM;
    assertThat(StateExamForm.judge(stateExam, form).isAllowed()).isTrue();
    assertThat(StateExamForm.judge(!stateExam, form).refusals())
        .extracting(Refusal::code, Refusal::field)
        .containsExactly(
            stateExam
                ? tuple("curriculum.state-exam.mark", "state_exam")
                : tuple("curriculum.state-exam.form", "control_form"));
  }
}
