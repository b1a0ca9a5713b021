package kz.miras.registrar.registration;

import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.Keyed;

/** What only the director or the deputy decides about a registration, on somebody's request. */
public enum RequestKind implements Keyed {
  /** More credits than the usual limit of the term (REG-8). */
  EXCEED(List.of(Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK), Permissions.ENROL_EXCEED),
  /** Enrolment after the windows, explained by the student in writing (REG-6). */
  LATE(List.of(Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK), Permissions.ENROL_LATE),
  /** A named rule is set aside for one student and offering. */
  WAIVER(List.of(Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK), Permissions.ENROL_EXCEED),
  /** Leaving a discipline with W after the change window (REG-5). */
  WITHDRAW(List.of(Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK), Permissions.ENROL_LATE),
  /** Enrolment of a whole academic group after its changes have ended (REG-6). */
  GROUP(List.of(Permissions.ENROL_ONBEHALF), Permissions.ENROL_LATE),
  /** Closing a section; its students are told and moved (REG-4). */
  CLOSE_SECTION(List.of(Permissions.OFFERING_EDIT), Permissions.OFFERING_APPROVE);

  private final List<String> askedBy;
  private final String decidedBy;

  RequestKind(List<String> askedBy, String decidedBy) {
    this.askedBy = askedBy;
    this.decidedBy = decidedBy;
  }

  /** The rights each of which lets one ask for it, that of the office first. */
  public List<String> askedBy() {
    return askedBy;
  }

  /** The right to decide it. */
  public String decidedBy() {
    return decidedBy;
  }

  /** Whether it is about one student. */
  public boolean isPersonal() {
    return this != GROUP && this != CLOSE_SECTION;
  }

  /**
   * Whether it is asked for on a form of its own; a group is asked for where it could not be
   * enrolled, with all that is known there.
   */
  public boolean isTypedAlone() {
    return this != GROUP;
  }

  /** Whether approval ends with an enrolment of a student in an offering. */
  public boolean enrols() {
    return this == EXCEED || this == LATE || this == WAIVER;
  }

  /**
   * The number of the rule an approval sets aside for the student; none where it sets none.
   *
   * @param named number of the rule the request names; null where it names none
   */
  public Optional<String> waives(String named) {
    return switch (this) {
      case EXCEED -> Optional.of("REG-8");
      case LATE, GROUP -> Optional.of("REG-6");
      case WAIVER -> Optional.ofNullable(named);
      case WITHDRAW, CLOSE_SECTION -> Optional.empty();
    };
  }

  @Override
  public String key() {
    return "registration.request.kind." + name();
  }
}
