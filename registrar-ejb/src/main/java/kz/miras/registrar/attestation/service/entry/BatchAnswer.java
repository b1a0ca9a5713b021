package kz.miras.registrar.attestation.service.entry;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.MessageArguments;

/**
 * What became of marks a program sent.
 *
 * @param batch public id of the message
 * @param tag of the sheet after it
 * @param lines in the order they were sent
 */
public record BatchAnswer(UUID batch, String tag, List<Line> lines) implements Serializable {

  public BatchAnswer {
    lines = List.copyOf(lines);
  }

  /** What became of one mark. */
  public enum Outcome {
    STORED,
    /** It stood there already. */
    UNCHANGED,
    REFUSED
  }

  /**
   * One mark.
   *
   * @param refusal null unless it was refused
   */
  public record Line(
      String studentNo, String column, String value, Outcome outcome, Refusal refusal)
      implements Serializable {}

  /** How many marks had this outcome. */
  public int count(Outcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
  }

  /** As it is kept: figures stay what they are, so that they are worded when read. */
  BatchAnswer packed() {
    return with(refusal -> args(refusal, List.of(MessageArguments.write(refusal.args()))));
  }

  /** A kept answer as it was. */
  BatchAnswer unpacked() {
    return with(
        refusal -> args(refusal, MessageArguments.read(String.valueOf(refusal.args().get(0)))));
  }

  private static Refusal args(Refusal refusal, List<Serializable> args) {
    return new Refusal(refusal.code(), refusal.rule(), refusal.field(), args);
  }

  private BatchAnswer with(UnaryOperator<Refusal> change) {
    return new BatchAnswer(
        batch,
        tag,
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.studentNo(),
                        line.column(),
                        line.value(),
                        line.outcome(),
                        line.refusal() == null ? null : change.apply(line.refusal())))
            .toList());
  }
}
