package kz.miras.registrar.curriculum.service;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A discipline as its card shows it.
 *
 * @param hours academic hours by the rules in force today
 * @param prerequisites to be passed before
 * @param corequisites to be studied together with it
 * @param postrequisites what builds on it
 * @param uses curricula it stands in
 */
public record DisciplineView(
    UUID uuid,
    String code,
    String codeKk,
    String codeEn,
    LocalizedText name,
    int credits,
    int hours,
    ControlForm controlForm,
    DisciplineKind kind,
    String departmentCode,
    LocalizedText department,
    boolean excludedFromGpa,
    boolean stateExam,
    boolean nameRepeats,
    boolean active,
    List<Named> prerequisites,
    List<Named> corequisites,
    List<Named> postrequisites,
    List<Use> uses)
    implements Serializable {

  public DisciplineView {
    prerequisites = List.copyOf(prerequisites);
    corequisites = List.copyOf(corequisites);
    postrequisites = List.copyOf(postrequisites);
    uses = List.copyOf(uses);
  }

  /** Another discipline. */
  public record Named(String code, LocalizedText name, int credits) implements Serializable {}

  /** A curriculum that contains it. */
  public record Use(
      String programme,
      LocalizedText programmeName,
      int admissionYear,
      int termNo,
      Cycle cycle,
      Component component,
      String choiceBlock)
      implements Serializable {}
}
