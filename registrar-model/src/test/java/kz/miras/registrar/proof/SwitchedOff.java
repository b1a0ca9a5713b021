package kz.miras.registrar.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import net.bytebuddy.asm.Advice;

/**
 * What is woven into a copy of the rules: refusals and warnings of one rule disappear, as if it
 * always allowed. Which one, a system property says; the code is copied into the woven methods, so
 * it may use nothing of this class.
 */
final class SwitchedOff {

  /** Number of the rule that is off. */
  static final String PROPERTY = "registrar.proof.rule";

  private SwitchedOff() {}

  /** For the constructor of a verdict. */
  static final class Verdicts {
    private Verdicts() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(value = 0, readOnly = false) List<Refusal> refusals,
        @Advice.Argument(value = 1, readOnly = false) List<Refusal> warnings) {
      String off = System.getProperty("registrar.proof.rule", "");
      List<Refusal> against = new ArrayList<>(refusals);
      List<Refusal> notes = new ArrayList<>(warnings);
      for (Refusal one : refusals) {
        if (one.rule().equals(off)) {
          against.remove(one);
        }
      }
      for (Refusal one : warnings) {
        if (one.rule().equals(off)) {
          notes.remove(one);
        }
      }
      refusals = against;
      warnings = notes;
    }
  }

  /** For methods that answer one refusal or none. */
  static final class Single {
    private Single() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Optional<Refusal> answer) {
      if (answer.isPresent()
          && answer.get().rule().equals(System.getProperty("registrar.proof.rule", ""))) {
        answer = Optional.empty();
      }
    }
  }

  /** For methods of entities that refuse by exception. */
  static final class Thrown {
    private Thrown() {}

    @Advice.OnMethodExit(onThrowable = RegistrarException.Refused.class)
    static void exit(@Advice.Thrown(readOnly = false) Throwable thrown) {
      if (thrown instanceof RegistrarException.Refused
          && ((RegistrarException.Refused) thrown)
              .refusals()
              .get(0)
              .rule()
              .equals(System.getProperty("registrar.proof.rule", ""))) {
        thrown = null;
      }
    }
  }
}
