package kz.miras.registrar.attestation.ws;

import java.util.List;
import kz.miras.registrar.attestation.service.entry.BatchAnswer;
import kz.miras.registrar.attestation.service.entry.BatchAnswer.Outcome;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Messages;

/** What became of marks a program sent; the contract is in {@code openapi.json}. */
record MarksAnswerBody(
    String batch, int stored, int unchanged, int refused, List<MarkAnswer> marks) {

  /** What became of one. */
  record MarkAnswer(String studentNo, String column, String value, String outcome, Reason reason) {}

  /** Why one was refused. */
  record Reason(String code, String rule, String message, String fix) {

    static Reason of(Refusal refusal, Language language) {
      Object[] args = refusal.args().toArray();
      String fix = refusal.code() + ".fix";
      return new Reason(
          refusal.code(),
          refusal.rule(),
          Messages.text(language, refusal.code(), args),
          Messages.has(language, fix) ? Messages.text(language, fix, args) : null);
    }
  }

  static MarksAnswerBody of(BatchAnswer answer, Language language) {
    return new MarksAnswerBody(
        answer.batch().toString(),
        answer.count(Outcome.STORED),
        answer.count(Outcome.UNCHANGED),
        answer.count(Outcome.REFUSED),
        answer.lines().stream()
            .map(
                line ->
                    new MarkAnswer(
                        line.studentNo(),
                        line.column(),
                        line.value(),
                        line.outcome().name(),
                        line.refusal() == null ? null : Reason.of(line.refusal(), language)))
            .toList());
  }
}
