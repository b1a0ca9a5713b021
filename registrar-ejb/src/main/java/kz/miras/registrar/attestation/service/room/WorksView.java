package kz.miras.registrar.attestation.service.room;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * Coded works as whoever marks them sees them: codes and no names.
 *
 * @param sheet public id
 * @param decoded whether names stand again
 * @param against why the viewer may not mark now; none where marking is open
 */
public record WorksView(
    String sheet,
    String number,
    String disciplineCode,
    LocalizedText discipline,
    boolean decoded,
    List<Refusal> against,
    List<Line> lines)
    implements Serializable {

  public WorksView {
    against = List.copyOf(against);
    lines = List.copyOf(lines);
  }

  public long marked() {
    return lines.stream().filter(line -> line.score() != null).count();
  }

  /**
   * A work.
   *
   * @param score null where it is not marked
   * @param markedBy null where it is not
   */
  public record Line(String code, Integer score, String markedBy) implements Serializable {}
}
