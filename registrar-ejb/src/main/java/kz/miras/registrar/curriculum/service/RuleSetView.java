package kz.miras.registrar.curriculum.service;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.ParameterType;
import kz.miras.registrar.curriculum.RuleParameter;

/**
 * A set of rules as its page shows it.
 *
 * @param until last day it is in force; null while nothing follows
 * @param approvedBy the decision it rests on
 * @param inForce whether it is the one of today
 * @param lines all parameters with their values
 */
public record RuleSetView(
    String code,
    Level level,
    LocalDate validFrom,
    LocalDate until,
    String approvedBy,
    boolean inForce,
    List<Line> lines)
    implements Serializable {

  public RuleSetView {
    lines = List.copyOf(lines);
  }

  /**
   * One parameter.
   *
   * @param parameter name of the constant, end of the message key
   * @param key stable key
   * @param group first word of the key, end of the group's message key
   * @param value value in the set; null where not set
   * @param before value in the set it follows or is compared with; null where not set
   * @param range allowed values, for people
   * @param basis act and clause
   */
  public record Line(
      String parameter,
      String key,
      String group,
      ParameterType.Kind kind,
      String value,
      String before,
      String range,
      RuleParameter.Origin origin,
      String basis)
      implements Serializable {

    /** A parameter with two values beside each other. */
    public static Line of(RuleParameter parameter, String value, String before) {
      return new Line(
          parameter.name(),
          parameter.key(),
          parameter.key().substring(0, parameter.key().indexOf('.')),
          parameter.type().kind(),
          value,
          before,
          parameter.type().range(),
          parameter.origin(),
          parameter.basis());
    }

    public boolean isChanged() {
      return !java.util.Objects.equals(value, before);
    }

    public boolean isChangeable() {
      return origin != RuleParameter.Origin.LAW;
    }
  }

  /** A set in the list of sets. */
  public record Row(String code, Level level, LocalDate validFrom, String approvedBy)
      implements Serializable {}
}
