package kz.miras.registrar.registration.service;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.registration.service.PresetDesk.Line;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;

/**
 * What became of a group as it is stored: figures of reasons keep what they are, so that they are
 * worded when they are read.
 */
public final class StoredPreset {

  private StoredPreset() {}

  /** An outcome. */
  record Kept(
      String group,
      int students,
      int enrolled,
      int lines,
      int there,
      Set<String> missing,
      List<KeptLine> refused) {}

  /** What was refused, with its reasons packed. */
  record KeptLine(String student, String discipline, String refusals) {}

  /** The outcome to be stored. */
  public static String packed(Preset preset) {
    return Json.write(
        new Kept(
            preset.group(),
            preset.students(),
            preset.enrolled(),
            preset.lines(),
            preset.there(),
            new TreeSet<>(preset.missing()),
            preset.refused().stream()
                .map(
                    line ->
                        new KeptLine(
                            line.student(), line.discipline(), packed(line.verdict().refusals())))
                .toList()));
  }

  /** The outcome as it was. */
  public static Preset unpacked(String stored) {
    Kept kept = Json.read(stored, Kept.class);
    return new Preset(
        kept.group(),
        kept.students(),
        kept.enrolled(),
        kept.lines(),
        kept.there(),
        kept.missing(),
        kept.refused().stream()
            .map(
                line ->
                    new Line(
                        line.student(),
                        line.discipline(),
                        false,
                        Verdict.refused(reasons(line.refusals()).toArray(Refusal[]::new))))
            .toList());
  }

  /** Reasons to be stored. */
  public static String packed(List<Refusal> reasons) {
    return PlanAnswers.packed(reasons);
  }

  /** Stored reasons as they were. */
  public static List<Refusal> reasons(String stored) {
    return PlanAnswers.unpacked(stored);
  }
}
