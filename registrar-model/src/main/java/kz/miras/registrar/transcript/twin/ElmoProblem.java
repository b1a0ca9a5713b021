package kz.miras.registrar.transcript.twin;

import java.io.Serializable;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** DOC-62. Ends the reading of a file; the reader tells it as a refusal. */
final class ElmoProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Verdict verdict;

  ElmoProblem(String code, Serializable... args) {
    super(code);
    this.verdict = Verdict.refused(Refusal.of(code, "DOC-62", args));
  }

  Verdict verdict() {
    return verdict;
  }
}
