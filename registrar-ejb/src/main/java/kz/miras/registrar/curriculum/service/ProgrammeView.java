package kz.miras.registrar.curriculum.service;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A programme as its card shows it.
 *
 * @param group code of the group of programmes (ГОП); null where there is none
 * @param credits volume in credits
 * @param languages languages of study, space between
 * @param plans its curricula, newest first
 */
public record ProgrammeView(
    String code,
    String direction,
    String group,
    Level level,
    LocalizedText name,
    int credits,
    int years,
    String languages,
    String schoolCode,
    LocalizedText school,
    boolean active,
    List<Plan> plans)
    implements Serializable {

  public ProgrammeView {
    plans = List.copyOf(plans);
  }

  /**
   * A curriculum of the programme.
   *
   * @param lines number of disciplines
   * @param credits its volume
   * @param refusals what stands against it
   * @param warnings what differs from the usual
   */
  public record Plan(
      int admissionYear, String approvedBy, int lines, int credits, int refusals, int warnings)
      implements Serializable {}
}
