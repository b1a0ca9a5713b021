package kz.miras.registrar.access.subsystem;

import java.util.Arrays;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.Keyed;

/** What other programs are told has happened, and the right without which they are not. */
public enum EventType implements Keyed {
  /** Results of a sheet are published. */
  GRADE_POSTED("grade", "posted", Permissions.ACHIEVEMENT_READ),
  /** A student has come to a section or left it. */
  ENROLLMENT_CHANGED("enrollment", "changed", Permissions.ENROL_READ),
  /** An exam has another day, hour or room. */
  EXAM_RESCHEDULED("exam", "rescheduled", Permissions.EXAM_TIMETABLE_READ),
  /** A signed order is entered, whatever it will change and when. */
  ORDER_SIGNED("order", "signed", Permissions.ORDER_READ),
  /** An order has changed a student's status. */
  STUDENT_STATUS_CHANGED("student", "status-changed", Permissions.STUDENT_READ),
  /** A transcript, or another document of a student, is issued. */
  TRANSCRIPT_ISSUED("transcript", "issued", Permissions.TRANSCRIPT_READ);

  private static final String NAMESPACE = "kz.miras.registrar.";
  private static final String VERSION = ".v1";

  private final String code;
  private final String permission;

  EventType(String thing, String deed, String permission) {
    this.code = thing + "." + deed;
    this.permission = permission;
  }

  /** The name subscriptions say. */
  public String code() {
    return code;
  }

  /** The right that has to reach all students. */
  public String permission() {
    return permission;
  }

  /** The type as CloudEvents says it. */
  public String type() {
    return NAMESPACE + code + VERSION;
  }

  @Override
  public String key() {
    return "access.event." + code;
  }

  /** The type of a name; empty where there is none. */
  public static Optional<EventType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
