package kz.miras.registrar.frame.web;

import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Navigation.Entry;
import kz.miras.registrar.frame.web.Navigation.Part;

/** All entries of the side bar, by capability. */
final class Menu {
  static final List<Part> PARTS =
      List.of(
          new Part(
              "frame.nav.today",
              List.of(
                  new Entry("frame.nav.home", "/index.xhtml", Permissions.SCREENS_USE, "home"))),
          new Part(
              "frame.nav.student",
              List.of(
                  list("students", Permissions.STUDENT_READ, "users"),
                  list("groups", Permissions.STUDENT_READ, "sitemap"),
                  list("orders", Permissions.ORDER_READ, "file-edit"),
                  list("holds", Permissions.HOLD_READ, "ban"),
                  list("minors", Permissions.ENROL_READ, "clone"),
                  new Entry(
                      "student.deputy.title",
                      "/student/adviser-deputies.xhtml",
                      Permissions.ADVISER_REPLACE,
                      "user-edit"),
                  list("financial-holds", Permissions.HOLD_EDIT_FINANCIAL, "ban"))),
          new Part(
              "frame.nav.registration",
              List.of(
                  new Entry(
                      "registration.my.title",
                      "/registration/my-plan.xhtml",
                      Permissions.PLAN_MAKE,
                      "check-square"),
                  new Entry(
                      "registration.queue.title",
                      "/registration/plans.xhtml",
                      Permissions.PLAN_APPROVE,
                      "check-square"),
                  new Entry(
                      "registration.preset.title",
                      "/registration/presets.xhtml",
                      Permissions.ENROL_ONBEHALF,
                      "user-plus"),
                  new Entry(
                      "registration.campaign.title",
                      "/registration/campaign.xhtml",
                      Permissions.CAMPAIGN_READ,
                      "chart-bar"),
                  list("study-plans", Permissions.PLAN_READ, "file-check"),
                  new Entry(
                      "registration.print.title",
                      "/registration/plan-print.xhtml",
                      Permissions.PLAN_PREPARE,
                      "print"),
                  list("offerings", Permissions.OFFERING_READ, "book"),
                  list("sections", Permissions.OFFERING_READ, "th-large"),
                  list("demand", Permissions.OFFERING_READ, "chart-bar"),
                  list("windows", Permissions.WINDOW_READ, "clock"),
                  list("registration-requests", Permissions.ENROL_REQUEST_READ, "question-circle"),
                  new Entry(
                      "registration.summer.nav",
                      "/registration/summer.xhtml",
                      Permissions.SUMMER_READ,
                      "sun"),
                  list("prices", Permissions.SUMMER_READ, "tag"),
                  new Entry(
                      "registration.payment.nav",
                      "/registration/payments.xhtml",
                      Permissions.RETAKE_CONFIRM_PAYMENT,
                      "check-square"),
                  list("payments", Permissions.RETAKE_READ, "wallet"))),
          new Part(
              "frame.nav.attestation",
              List.of(
                  new Entry(
                      "achievement.my.title",
                      "/achievement/my-session.xhtml",
                      Permissions.ACHIEVEMENT_READ,
                      "calendar-clock"),
                  new Entry(
                      "attestation.session.title",
                      "/attestation/session.xhtml",
                      Permissions.SHEET_CREATE,
                      "file-plus"),
                  list("sheets", Permissions.SHEET_READ, "table"),
                  list("rating-sheets", Permissions.SHEET_READ, "table"),
                  new Entry(
                      "achievement.session.title",
                      "/achievement/session.xhtml",
                      Permissions.SHEET_READ,
                      "stopwatch"),
                  list("sittings", Permissions.SHEET_READ, "calendar-clock"),
                  list("exam-rooms", Permissions.EXAM_ROOM_READ, "home"),
                  list("exam-incidents", Permissions.EXAM_ROOM_READ, "exclamation-triangle"),
                  list(
                      "individual-schedules",
                      Permissions.INDIVIDUAL_SCHEDULE_READ,
                      "calendar-plus"),
                  list("fx-rights", Permissions.INDIVIDUAL_SCHEDULE_READ, "refresh"),
                  new Entry(
                      "achievement.fx.term",
                      "/achievement/fx.xhtml",
                      Permissions.SHEET_CREATE,
                      "refresh"),
                  list("sheet-scans", Permissions.SHEET_READ, "paperclip"),
                  new Entry(
                      "attestation.appeal.own-title",
                      "/attestation/my-appeals.xhtml",
                      Permissions.APPEAL_FILE,
                      "comments"),
                  list("appeals", Permissions.APPEAL_READ, "comments"),
                  list("commissions", Permissions.COMMISSION_READ, "users"),
                  list("attestation-commissions", Permissions.COMMISSION_READ, "graduation-cap"),
                  list("attestation-protocols", Permissions.PROTOCOL_READ, "file"))),
          new Part(
              "frame.nav.achievement",
              List.of(
                  new Entry(
                      "achievement.analysis.title",
                      "/achievement/analysis.xhtml",
                      Permissions.ANALYTICS_READ,
                      "chart-line"),
                  new Entry(
                      "achievement.consolidated.title",
                      "/achievement/consolidated.xhtml",
                      Permissions.ACHIEVEMENT_READ,
                      "table"),
                  list("debtors", Permissions.RISK_READ, "book"),
                  list("risks", Permissions.RISK_READ, "exclamation-triangle"),
                  new Entry(
                      "achievement.incomplete.list",
                      "/achievement/incompletes.xhtml",
                      Permissions.ACHIEVEMENT_READ,
                      "hourglass"),
                  list("differences", Permissions.ACHIEVEMENT_READ, "arrow-right-arrow-left"),
                  list("corrections", Permissions.GRADE_CORRECTION_READ, "pencil"),
                  list("recognitions", Permissions.RECOGNITION_READ, "verified"),
                  list("import-approvals", Permissions.GRADE_CORRECTION_APPROVE, "upload"),
                  new Entry(
                      "achievement.integrity.nav",
                      "/achievement/integrity.xhtml",
                      Permissions.INTEGRITY_READ,
                      "flag"),
                  new Entry(
                      "achievement.promotion.nav",
                      "/achievement/promotions.xhtml",
                      Permissions.PROMOTION_READ,
                      "arrow-up-right"),
                  new Entry(
                      "achievement.honours.nav",
                      "/achievement/honours.xhtml",
                      Permissions.ACHIEVEMENT_READ,
                      "star"),
                  new Entry(
                      "achievement.stipend.nav",
                      "/achievement/stipends.xhtml",
                      Permissions.STIPEND_READ,
                      "money-bill"),
                  new Entry(
                      "achievement.summaries.title",
                      "/achievement/summaries.xhtml",
                      Permissions.GPA_RECALCULATE,
                      "calculator"))),
          DocumentMenu.PART,
          new Part(
              "frame.nav.catalogue",
              List.of(
                  list("programmes", Permissions.CATALOGUE_READ, "graduation-cap"),
                  list("disciplines", Permissions.CATALOGUE_READ, "list"),
                  list("plans", Permissions.CATALOGUE_READ, "align-left"),
                  new Entry(
                      "registration.catalogue.nav",
                      "/registration/catalogue-year.xhtml",
                      Permissions.OFFERING_READ,
                      "star"),
                  new Entry(
                      "registration.catalogue.own-nav",
                      "/registration/catalogue.xhtml",
                      Permissions.PLAN_MAKE,
                      "star"),
                  new Entry(
                      "calendar.year.nav",
                      "/calendar/year.xhtml",
                      Permissions.CALENDAR_READ,
                      "calendar"),
                  list("terms", Permissions.CALENDAR_READ, "calendar-plus"),
                  list("events", Permissions.CALENDAR_READ, "calendar-clock"),
                  list("holidays", Permissions.CALENDAR_READ, "sun"),
                  list("units", Permissions.CATALOGUE_READ, "building"),
                  list("teachers", Permissions.CATALOGUE_READ, "id-card"),
                  new Entry(
                      "curriculum.rules.nav",
                      "/curriculum/rules.xhtml",
                      Permissions.RULES_READ,
                      "sliders-h"))),
          OfficeMenu.CONSULTATION,
          OfficeMenu.CORRESPONDENCE,
          PartnerMenu.PART,
          new Part(
              "frame.nav.office",
              List.of(
                  new Entry(
                      "frame.nav.import", "/office/import.xhtml", Permissions.IMPORT_RUN, "upload"),
                  list("accounts", Permissions.ACCOUNT_READ, "key"),
                  list("mails", Permissions.ACCOUNT_READ, "envelope"),
                  list("audit", Permissions.AUDIT_READ, "history"),
                  new Entry(
                      "frame.nav.audit-check",
                      "/access/audit-check.xhtml",
                      Permissions.AUDIT_VERIFY,
                      "shield"),
                  new Entry(
                      "access.waiting-room",
                      "/access/waiting-room.xhtml",
                      Permissions.WAITING_ROOM_READ,
                      "hourglass"),
                  new Entry(
                      "frame.nav.permissions",
                      "/access/permissions.xhtml",
                      Permissions.ACCOUNT_READ,
                      "lock"),
                  new Entry(
                      "frame.nav.profile",
                      "/access/profile.xhtml",
                      Permissions.PROFILE_EDIT,
                      "user"))));

  private Menu() {}

  static Entry list(String code, String permission, String icon) {
    return new Entry("frame.list." + code, "/office/list.xhtml?list=" + code, permission, icon);
  }
}
