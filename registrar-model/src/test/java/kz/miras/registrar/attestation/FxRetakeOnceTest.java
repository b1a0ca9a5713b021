package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FxRetakeOnceTest {

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final Grade FX = Grade.of(49, GradeScale.V2);

  @Test
  @DisplayName("CTL-7 CTL-8 CTL-9 of all results only FX is followed by an exam retake")
  void onlyAfterFx() {
    for (int percent = 0; percent <= 100; percent++) {
      Verdict verdict = judge(Grade.of(percent, GradeScale.V2), ControlForm.EXAM, 0, rules);
      if (percent >= 50) {
        refused(verdict, "CTL-9", "attestation.fx.already-passed");
      } else if (percent < 25) {
        refused(verdict, "CTL-8", "attestation.fx.not-fx");
      } else {
        assertThat(verdict.isAllowed()).isTrue();
      }
    }
    for (Mark mark : new Mark[] {Mark.NP, Mark.I, Mark.W}) {
      refused(judge(Grade.of(mark), ControlForm.EXAM, 0, rules), "CTL-8", "attestation.fx.not-fx");
    }
    refused(
        judge(Grade.failed(Mark.AB), ControlForm.EXAM, 0, rules), "CTL-8", "attestation.fx.not-fx");
  }

  @Test
  @DisplayName("CTL-7 the second FX retake is refused, also where the university offers none")
  void onlyOnce() {
    refused(judge(FX, ControlForm.EXAM, 1, rules), "CTL-7", "attestation.fx.used-up");
    RuleSet none = rules.with(RuleParameter.FX_RETAKES, "0");
    refused(judge(FX, ControlForm.EXAM, 0, none), "CTL-7", "attestation.fx.used-up");
  }

  @Test
  @DisplayName("GOS-5 the state exam is not retaken after FX; the discipline is studied again")
  void notTheStateExam() {
    for (ControlForm form : ControlForm.values()) {
      Verdict verdict = judge(FX, form, 0, rules);
      if (form.offersFxRetake()) {
        assertThat(verdict.isAllowed()).isTrue();
      } else {
        refused(verdict, "GOS-5", "attestation.fx.not-offered");
      }
    }
    assertThat(ControlForm.STATE_EXAM.offersFxRetake()).isFalse();
  }

  @Test
  @DisplayName("SUM-5 the summer semester offers FX retakes only where the rules say so")
  void notInSummer() {
    RuleSet offered = rules.with(RuleParameter.SUMMER_FX_RETAKE, "true");
    for (TermType term : TermType.values()) {
      Verdict verdict = FxRetakeOnce.judge(FX, ControlForm.EXAM, 0, term, rules);
      if (term.isSummer()) {
        refused(verdict, "SUM-5", "attestation.fx.not-in-summer");
      } else {
        assertThat(verdict.isAllowed()).isTrue();
      }
      assertThat(FxRetakeOnce.judge(FX, ControlForm.EXAM, 0, term, offered).isAllowed()).isTrue();
    }
  }

  private static Verdict judge(Grade last, ControlForm form, int used, RuleSet rules) {
    return FxRetakeOnce.judge(last, form, used, TermType.AUTUMN, rules);
  }

  private static void refused(Verdict verdict, String rule, String code) {
    assertThat(verdict.refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.rule()).isEqualTo(rule);
              assertThat(refusal.code()).isEqualTo(code);
            });
  }
}
