package kz.miras.registrar.access;

/** Operations about programs of the university; said as {@link Permissions} says all. */
public interface SubsystemPermissions {
  String SUBSYSTEM_READ = "subsystem.read";
  String SUBSYSTEM_EDIT = "subsystem.edit";
  String STAFF_EXCHANGE = "staff.exchange";
  String EXAM_SLOT_EXCHANGE = "exam-slot.exchange";
  String WEBHOOK_MANAGE = "webhook.manage";
  String OWN_TOKEN_MANAGE = "own-token.manage";
}
