package kz.miras.registrar.curriculum;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CTL-2. A discipline is marked as the state exam exactly where it ends with one: the mark makes
 * its sheet, the form of control its retakes (GOS-5), and both must tell the same.
 */
public final class StateExamForm {

  private StateExamForm() {}

  /**
   * @param marked whether the discipline is marked as the state exam
   */
  public static Verdict judge(boolean marked, ControlForm form) {
    if (marked == isStateExam(form)) {
      return Verdict.allowed();
    }
    String code = marked ? "curriculum.state-exam.form" : "curriculum.state-exam.mark";
    return Verdict.refused(Refusal.of(code, "CTL-2").at(marked ? "control_form" : "state_exam"));
  }

  /** Whether a discipline that ends so is the state exam. */
  public static boolean isStateExam(ControlForm form) {
    return form == ControlForm.STATE_EXAM;
  }
}
