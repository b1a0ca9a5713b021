package kz.miras.registrar.frame.web;

import static kz.miras.registrar.frame.web.Menu.list;

import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Navigation.Entry;
import kz.miras.registrar.frame.web.Navigation.Part;

/** Entries of the side bar for what the office is asked and writes. */
final class OfficeMenu {
  static final Part CONSULTATION =
      new Part(
          "frame.nav.consultation",
          List.of(
              new Entry(
                  "office.consultation.title",
                  "/office/consultations.xhtml",
                  Permissions.CONSULTATION_ASK,
                  "comments"),
              new Entry(
                  "office.consultation.day",
                  "/office/consultation-day.xhtml",
                  Permissions.CONSULTATION_ASSIGN,
                  "calendar-clock"),
              new Entry(
                  "office.consultation.hours",
                  "/office/consultation-hours.xhtml",
                  Permissions.CONSULTATION_HOURS,
                  "calendar-plus"),
              list("consultation-slots", Permissions.CONSULTATION_ANSWER, "clock"),
              list("consultations", Permissions.CONSULTATION_READ, "book"),
              list("frequent-questions", Permissions.CONSULTATION_READ, "question-circle"),
              new Entry(
                  "office.consultation.faq-new",
                  "/office/faq.xhtml",
                  Permissions.CONSULTATION_ANSWER,
                  "plus"),
              new Entry(
                  "office.consultation.figures",
                  "/office/consultation-figures.xhtml",
                  Permissions.CONSULTATION_READ,
                  "chart-bar")));

  static final Part CORRESPONDENCE =
      new Part(
          "frame.nav.correspondence",
          List.of(
              new Entry(
                  "correspondence.table.title",
                  "/correspondence/table.xhtml",
                  Permissions.INCOMING_READ,
                  "inbox"),
              new Entry(
                  "correspondence.table.asked",
                  "/correspondence/table.xhtml",
                  Permissions.INQUIRY_ANSWER,
                  "inbox"),
              new Entry(
                  "correspondence.register.title",
                  "/correspondence/register.xhtml",
                  Permissions.INCOMING_EDIT,
                  "plus"),
              list("incoming-letters", Permissions.INCOMING_READ, "download"),
              list("outgoing-letters", Permissions.OUTGOING_READ, "send"),
              list("internal-letters", Permissions.INCOMING_READ, "arrow-right-arrow-left"),
              new Entry(
                  "correspondence.search.title",
                  "/correspondence/search.xhtml",
                  Permissions.INCOMING_READ,
                  "search"),
              list("correspondents", Permissions.INCOMING_READ, "address-book"),
              new Entry(
                  "correspondence.cases.title",
                  "/correspondence/file-cases.xhtml",
                  Permissions.INCOMING_READ,
                  "folder")));

  private OfficeMenu() {}
}
