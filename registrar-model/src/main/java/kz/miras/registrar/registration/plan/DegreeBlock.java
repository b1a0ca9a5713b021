package kz.miras.registrar.registration.plan;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.curriculum.PlanLine;

/**
 * A choice block of the curriculum and how far it is filled.
 *
 * @param name of the block
 * @param lines to choose from
 * @param volume required and filled credits, those of minors with them
 * @param plannedMinors credits of planned minors in it
 */
public record DegreeBlock(String name, List<PlanLine> lines, DegreeVolume volume, int plannedMinors)
    implements Serializable {

  public DegreeBlock {
    lines = List.copyOf(lines);
  }

  /** Number of the term the curriculum places it in. */
  public int termNo() {
    return lines.get(0).termNo();
  }

  /** Whether enough is passed, studied or planned. */
  public boolean isSatisfied() {
    return volume.missing() == 0;
  }
}
