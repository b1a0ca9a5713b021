package kz.miras.registrar.access;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every operation of the office by name, {@code <noun>.<verb>}, as {@code @RolesAllowed}, menus and
 * matrix say it. Who may do what stands in {@code permission-matrix.txt}; what each one means in
 * the bundle {@code access} under {@code access.permission.<name>}.
 */
public final class Permissions implements PartnerPermissions, SubsystemPermissions {
  /* Signing in. */
  public static final String SCREENS_USE = "screens.use";
  public static final String API_USE = "api.use";
  public static final String PROFILE_EDIT = "profile.edit";

  /* Rules and their parameters. */
  public static final String RULES_READ = "rules.read";
  public static final String RULES_PROPOSE = "rules.propose";
  public static final String RULES_APPROVE = "rules.approve";

  /* Internal normative documents. */
  public static final String NORMATIVE_READ = "normative.read";
  public static final String NORMATIVE_READ_PUBLISHED = "normative.read-published";
  public static final String NORMATIVE_EDIT = "normative.edit";
  public static final String NORMATIVE_AGREE = "normative.agree";

  /* Work plan and annual report of the office. */
  public static final String WORK_PLAN_READ = "work-plan.read";
  public static final String WORK_PLAN_EDIT = "work-plan.edit";
  public static final String WORK_PLAN_SUBMIT = "work-plan.submit";
  public static final String WORK_PLAN_APPROVE = "work-plan.approve";
  public static final String ANNUAL_REPORT_READ = "annual-report.read";
  public static final String ANNUAL_REPORT_EDIT = "annual-report.edit";
  public static final String ANNUAL_REPORT_CONTRIBUTE = "annual-report.contribute";
  public static final String ANNUAL_REPORT_SUBMIT = "annual-report.submit";
  public static final String ANNUAL_REPORT_APPROVE = "annual-report.approve";

  /* Academic calendar and registration windows. */
  public static final String CALENDAR_READ = "calendar.read";
  public static final String CALENDAR_CREATE = "calendar.create";
  public static final String CALENDAR_EDIT = "calendar.edit";
  public static final String CALENDAR_APPROVE = "calendar.approve";
  public static final String WINDOW_READ = "window.read";
  public static final String WINDOW_EDIT = "window.edit";
  public static final String WINDOW_APPROVE = "window.approve";

  /* Catalogue: programmes, disciplines, curricula, departments, teachers. */
  public static final String CATALOGUE_READ = "catalogue.read";
  public static final String CATALOGUE_EDIT = "catalogue.edit";
  /* Students. */
  public static final String STUDENT_READ = "student.read";
  public static final String STUDENT_READ_IDENTITY = "student.read-identity";
  public static final String STUDENT_EDIT = "student.edit";
  public static final String ADVISER_REPLACE = "adviser.replace";
  /* Imports. */
  public static final String IMPORT_RUN = "import.run";
  public static final String RESULTS_IMPORT = "results.import";
  public static final String RESULTS_ACCEPT = "results.accept";

  /* Individual study plan and enrolment. */
  public static final String PLAN_READ = "plan.read";
  public static final String PLAN_MAKE = "plan.make";
  public static final String PLAN_SUBMIT = "plan.submit";
  public static final String PLAN_APPROVE = "plan.approve";
  public static final String PLAN_PREPARE = "plan.prepare";
  public static final String PLAN_CONFIRM = "plan.confirm";
  public static final String PLAN_SIGN = "plan.sign";
  public static final String CAMPAIGN_READ = "campaign.read";
  public static final String ENROL_READ = "enrol.read";
  public static final String ENROL_OWN = "enrol.own";
  public static final String ENROL_PROPOSE = "enrol.propose";
  public static final String ENROL_ASK = "enrol.ask";
  public static final String ENROL_ONBEHALF = "enrol.onbehalf";
  public static final String ENROL_EXCEED = "enrol.exceed";
  public static final String ENROL_LATE = "enrol.late";
  public static final String ENROL_REQUEST_READ = "enrol-request.read";
  public static final String ENROL_SERVE_QUEUE = "enrol.serve-queue";

  /* Holds on registration. */
  public static final String HOLD_READ = "hold.read";
  public static final String HOLD_EDIT = "hold.edit";
  public static final String HOLD_EDIT_FINANCIAL = "hold.edit-financial";

  /* Offerings, groups and streams. */
  public static final String OFFERING_READ = "offering.read";
  public static final String OFFERING_EDIT = "offering.edit";
  public static final String OFFERING_APPROVE = "offering.approve";

  /* Mark sheets. */
  public static final String SHEET_READ = "sheet.read";
  public static final String SHEET_CREATE = "sheet.create";
  public static final String SHEET_OPEN = "sheet.open";
  public static final String SHEET_ENTER_RATING = "sheet.enter-rating";
  public static final String SHEET_ENTER_EXAM = "sheet.enter-exam";
  public static final String SHEET_ENTER_SUBSTITUTE = "sheet.enter-substitute";
  public static final String SHEET_SUBMIT = "sheet.submit";
  public static final String SHEET_CLOSE = "sheet.close";
  public static final String SHEET_EXTEND = "sheet.extend";
  public static final String SHEET_PUBLISH = "sheet.publish";
  public static final String SHEET_EXCHANGE = "sheet.exchange";
  public static final String SHEET_EXCHANGE_EXAM = "sheet.exchange-exam";
  public static final String SHEET_ATTACH = "sheet.attach";
  public static final String EXAM_ROOM_READ = "exam-room.read";
  public static final String EXAM_ROOM_PREPARE = "exam-room.prepare";
  public static final String EXAM_ROOM_RECORD = "exam-room.record";
  public static final String INCIDENT_REGISTER = "incident.register";
  public static final String INCIDENT_DECIDE = "incident.decide";
  public static final String MARK_READ = "mark.read";
  public static final String GRADE_CORRECTION_READ = "grade-correction.read";
  public static final String GRADE_CORRECTION_REQUEST = "grade-correction.request";
  public static final String GRADE_CORRECTION_APPROVE = "grade-correction.approve";
  /* Timetables of exams and of the attestation commission. */
  public static final String EXAM_TIMETABLE_READ = "exam-timetable.read";
  public static final String EXAM_TIMETABLE_DRAFT = "exam-timetable.draft";
  public static final String EXAM_TIMETABLE_EDIT = "exam-timetable.edit";
  public static final String EXAM_TIMETABLE_REMARK = "exam-timetable.remark";
  public static final String EXAM_TIMETABLE_APPROVE = "exam-timetable.approve";
  public static final String DEFENCE_TIMETABLE_READ = "defence-timetable.read";
  public static final String DEFENCE_TIMETABLE_DRAFT = "defence-timetable.draft";
  public static final String DEFENCE_TIMETABLE_EDIT = "defence-timetable.edit";
  public static final String DEFENCE_TIMETABLE_APPROVE = "defence-timetable.approve";
  /* Attestation commission. */
  public static final String COMMISSION_READ = "commission.read";
  public static final String COMMISSION_DRAFT = "commission.draft";
  public static final String COMMISSION_PROPOSE = "commission.propose";
  public static final String COMMISSION_AGREE = "commission.agree";
  public static final String PROTOCOL_READ = "protocol.read";
  public static final String PROTOCOL_EDIT = "protocol.edit";
  public static final String PROTOCOL_SIGN = "protocol.sign";
  public static final String FINAL_ADMISSION_READ = "final-admission.read";
  public static final String FINAL_ADMISSION_PREPARE = "final-admission.prepare";
  public static final String FINAL_ADMISSION_SIGN = "final-admission.sign";
  public static final String FINAL_ADMISSION_APPROVE = "final-admission.approve";
  /* Appeals. */
  public static final String APPEAL_READ = "appeal.read";
  public static final String APPEAL_FILE = "appeal.file";
  public static final String APPEAL_REGISTER = "appeal.register";
  public static final String APPEAL_DECIDE = "appeal.decide";
  public static final String APPEAL_APPLY = "appeal.apply";
  /* Individual exam schedule, FX retakes, summer term. */
  public static final String INDIVIDUAL_SCHEDULE_READ = "individual-schedule.read";
  public static final String INDIVIDUAL_SCHEDULE_REQUEST = "individual-schedule.request";
  public static final String INDIVIDUAL_SCHEDULE_PREPARE = "individual-schedule.prepare";
  public static final String INDIVIDUAL_SCHEDULE_AGREE = "individual-schedule.agree";
  public static final String INDIVIDUAL_SCHEDULE_APPROVE = "individual-schedule.approve";
  public static final String SUMMER_READ = "summer.read";
  public static final String SUMMER_PROPOSE = "summer.propose";
  public static final String SUMMER_PLAN = "summer.plan";
  public static final String SUMMER_PRICE = "summer.price";
  public static final String SUMMER_SUBMIT = "summer.submit";
  public static final String SUMMER_APPROVE = "summer.approve";
  public static final String SUMMER_REPORT_READ = "summer-report.read";
  public static final String ATTENDANCE_READ = "attendance.read";
  public static final String ATTENDANCE_RECORD = "attendance.record";
  public static final String RETAKE_READ = "retake.read";
  public static final String RETAKE_APPLY = "retake.apply";
  public static final String RETAKE_CHECK = "retake.check";
  public static final String RETAKE_AGREE = "retake.agree";
  public static final String RETAKE_CONFIRM_PAYMENT = "retake.confirm-payment";
  public static final String RETAKE_APPROVE = "retake.approve";

  /* Recognition of results earned elsewhere. */
  public static final String RECOGNITION_READ = "recognition.read";
  public static final String RECOGNITION_APPLY = "recognition.apply";
  public static final String RECOGNITION_REGISTER = "recognition.register";
  public static final String RECOGNITION_GIVE_OPINION = "recognition.give-opinion";
  public static final String RECOGNITION_DECIDE = "recognition.decide";
  public static final String RECOGNITION_POST = "recognition.post";

  /* Orders on students, promotion, history of results and GPA. */
  public static final String ORDER_READ = "order.read";
  public static final String ORDER_DRAFT = "order.draft";
  public static final String ORDER_EDIT = "order.edit";
  public static final String ORDER_AGREE = "order.agree";
  public static final String ORDER_SIGN = "order.sign";
  public static final String ORDER_REGISTER = "order.register";
  public static final String ORDER_EXECUTE = "order.execute";
  public static final String PROMOTION_READ = "promotion.read";
  public static final String PROMOTION_PREPARE = "promotion.prepare";
  public static final String PROMOTION_EDIT = "promotion.edit";
  public static final String PROMOTION_SUBMIT = "promotion.submit";
  public static final String PROMOTION_AGREE = "promotion.agree";
  public static final String STIPEND_READ = "stipend.read";
  public static final String ACHIEVEMENT_READ = "achievement.read";
  public static final String ACHIEVEMENT_ORIGIN_READ = "achievement-origin.read";
  public static final String GPA_RECALCULATE = "gpa.recalculate";

  /* Transcripts, diplomas, the register of issued documents; analytics. */
  public static final String TRANSCRIPT_READ = "transcript.read";
  public static final String TRANSCRIPT_REQUEST = "transcript.request";
  public static final String TRANSCRIPT_PREPARE = "transcript.prepare";
  public static final String TRANSCRIPT_FEE = "transcript.fee";
  public static final String TRANSCRIPT_OVERRIDE = "transcript.override";
  public static final String TRANSCRIPT_SIGN = "transcript.sign";
  public static final String PAPER_SIGN = "paper.sign";
  public static final String TRANSCRIPT_ISSUE = "transcript.issue";
  public static final String TRANSCRIPT_HAND_OVER = "transcript.hand-over";
  public static final String TRANSCRIPT_REVOKE = "transcript.revoke";
  public static final String REGISTER_READ = "register.read";
  public static final String DOCUMENT_VERIFY = "document.verify";
  public static final String RESULT_LINK_OWN = "result-link.own";
  public static final String DOCUMENT_SETUP_READ = "document-setup.read";
  public static final String DOCUMENT_SETUP_EDIT = "document-setup.edit";
  public static final String DOCUMENT_SETUP_APPROVE = "document-setup.approve";
  public static final String DIPLOMA_READ = "diploma.read";
  public static final String DIPLOMA_DRAFT = "diploma.draft";
  public static final String DIPLOMA_NUMBER = "diploma.number";
  public static final String DIPLOMA_APPROVE = "diploma.approve";
  public static final String ANALYTICS_READ = "analytics.read";
  public static final String ANALYTICS_REPORT = "analytics.report";
  public static final String INTEGRITY_READ = "integrity.read";
  public static final String INTEGRITY_REMARK = "integrity.remark";
  public static final String RISK_READ = "risk.read";

  /* Correspondence, requests and consultations. */
  public static final String INCOMING_READ = "incoming.read";
  public static final String INCOMING_REGISTER = "incoming.register";
  public static final String INCOMING_EDIT = "incoming.edit";
  public static final String INCOMING_RESOLVE = "incoming.resolve";
  public static final String OUTGOING_READ = "outgoing.read";
  public static final String OUTGOING_EDIT = "outgoing.edit";
  public static final String OUTGOING_SIGN = "outgoing.sign";
  public static final String OUTGOING_REGISTER = "outgoing.register";
  public static final String SERVICE_REQUEST_READ = "service-request.read";
  public static final String SERVICE_REQUEST_CREATE = "service-request.create";
  public static final String SERVICE_REQUEST_EDIT = "service-request.edit";
  public static final String SERVICE_REQUEST_ASSIGN = "service-request.assign";
  public static final String CONSULTATION_READ = "consultation.read";
  public static final String CONSULTATION_ASK = "consultation.ask";
  public static final String CONSULTATION_HOURS = "consultation.hours";
  public static final String CONSULTATION_ANSWER = "consultation.answer";
  public static final String CONSULTATION_ASSIGN = "consultation.assign";
  public static final String CONSULTATION_PUBLISH = "consultation.publish";

  /* Work of the office, exchange with the ministry. */
  public static final String PROPOSAL_READ = "proposal.read";
  public static final String PROPOSAL_DRAFT = "proposal.draft";
  public static final String PROPOSAL_SUBMIT = "proposal.submit";
  public static final String PROPOSAL_DECIDE = "proposal.decide";
  public static final String INQUIRY_READ = "inquiry.read";
  public static final String INQUIRY_DRAFT = "inquiry.draft";
  public static final String INQUIRY_SUBMIT = "inquiry.submit";
  public static final String INQUIRY_ANSWER = "inquiry.answer";
  public static final String SEMINAR_READ = "seminar.read";
  public static final String SEMINAR_CREATE = "seminar.create";
  public static final String SEMINAR_EDIT = "seminar.edit";
  public static final String SEMINAR_APPROVE = "seminar.approve";
  public static final String SEMINAR_JOIN = "seminar.join";
  public static final String DECISION_READ = "decision.read";
  public static final String DECISION_DRAFT = "decision.draft";
  public static final String DECISION_APPROVE = "decision.approve";
  public static final String INSTRUCTION_READ = "instruction.read";
  public static final String INSTRUCTION_CREATE = "instruction.create";
  public static final String INSTRUCTION_EDIT = "instruction.edit";
  public static final String QUALITY_READ = "quality.read";
  public static final String QUALITY_ASSIGN = "quality.assign";
  public static final String QUALITY_CHECK = "quality.check";
  public static final String QUALITY_FIX = "quality.fix";
  public static final String EXCHANGE_READ = "exchange.read";
  public static final String EXCHANGE_APPROVE = "exchange.approve";
  public static final String EXCHANGE_SEND = "exchange.send";

  /* Accounts, grants and audit. */
  public static final String ACCOUNT_READ = "account.read";
  public static final String ACCOUNT_EDIT = "account.edit";
  public static final String WAITING_ROOM_READ = "waiting-room.read";
  public static final String WAITING_ROOM_STEER = "waiting-room.steer";
  public static final String GRANT_EDIT = "grant.edit";
  public static final String GRANT_APPROVE = "grant.approve";
  public static final String GRANT_EXECUTE = "grant.execute";
  public static final String AUDIT_READ = "audit.read";
  public static final String AUDIT_VERIFY = "audit.verify";
  public static final String AUDIT_SEAL = "audit.seal";

  private static final Set<String> ALL = named();

  private Permissions() {}

  /** All names, sorted. */
  public static Set<String> all() {
    return ALL;
  }

  private static Set<String> named() {
    Set<String> names = new TreeSet<>();
    try {
      for (Class<?> part : Set.of(Permissions.class, LetterPermissions.class)) {
        for (Field field : part.getFields()) {
          names.add((String) field.get(null));
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("not all permissions are names", e);
    }
    return Collections.unmodifiableSet(names);
  }
}
