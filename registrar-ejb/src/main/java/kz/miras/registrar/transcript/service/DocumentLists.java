package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.TranscriptRequestStatus;

/** The register of issued transcripts (domain 3.5), and what organisations ask for. */
@ApplicationScoped
public class DocumentLists implements ListSource {

  /** A request the office should have answered by now. */
  private static final String OLD =
      "TIMESTAMPDIFF(SECOND, r.requested_at, UTC_TIMESTAMP(6)) > 3600 * (SELECT CAST(us.value AS"
          + " UNSIGNED) FROM university_setting us WHERE us.code = 'transcript.sla-hours' AND"
          + " us.valid_from <= university_today() ORDER BY us.valid_from DESC LIMIT 1)";

  @Override
  public List<ListView> lists() {
    return List.of(documents(), requests());
  }

  private static ListView documents() {
    return ListView.of(
            "documents",
            Permissions.REGISTER_READ,
            "issued_document d JOIN document_kind k ON k.code = d.kind LEFT JOIN student s ON s.id ="
                + " d.student_id LEFT JOIN programme p ON p.id = s.programme_id WHERE 1 = 1",
            "d.uuid",
            List.of(
                Column.text("number", "d.number"),
                Column.date("issued_on", "d.issued_on"),
                Column.names("kind", "k.name"),
                Column.text(
                    "full_name",
                    "COALESCE(d.subject_name, CONCAT_WS(' ', s.last_name, s.first_name,"
                        + " s.patronymic))"),
                Column.text("student_no", "s.student_no"),
                Column.text("programme", "p.code").unsearched(),
                Column.number("course_year", "s.course_year").hidden(),
                Column.choices(
                    "languages", "d.languages", "frame.language.", List.of("kk", "ru", "en")),
                Column.number("copies", "d.copies"),
                Column.number("pages", "d.pages"),
                Column.text("blank_number", "d.blank_number").hidden(),
                Column.text("purpose", "d.purpose"),
                Column.text("basis", "d.basis").hidden(),
                Column.text("received_by", "d.received_by"),
                Column.date("handed_on", "d.handed_on").hidden(),
                Column.text("prepared_by", "d.prepared_by").hidden(),
                Column.text(
                        "signed_by",
                        "(SELECT GROUP_CONCAT(g.signed_by ORDER BY g.place SEPARATOR ', ') FROM"
                            + " document_signature g WHERE g.document_id = d.id)")
                    .hidden(),
                Column.text("handed_by", "d.handed_by").hidden(),
                Column.date("valid_until", "d.valid_until").hidden(),
                Column.choice("status", "d.status", "transcript.status.", DocumentStatus.class),
                Column.moment("superseded_at", Superseded.SINCE).hidden(),
                Column.text("status_reason", "d.status_reason").hidden(),
                Column.text("status_order", "d.status_order").hidden(),
                Column.text(
                        "replaced_by",
                        "(SELECT n.number FROM issued_document n WHERE n.id = d.replaced_by_id)")
                    .hidden()),
            "d.issued_on IS NULL DESC, d.register_year DESC, d.register_number DESC",
            "/transcript/document.xhtml?id={id}")
        .scoped(StudentLists.SCOPES);
  }

  private static ListView requests() {
    return ListView.of(
            "transcript-requests",
            Permissions.REGISTER_READ,
            "transcript_request r JOIN account a ON a.id = r.account_id JOIN student s ON s.id ="
                + " r.student_id JOIN programme p ON p.id = s.programme_id LEFT JOIN"
                + " issued_document d ON d.id = r.document_id WHERE 1 = 1",
            "r.uuid",
            List.of(
                Column.text("receipt", "r.receipt"),
                Column.moment("requested_at", "r.requested_at"),
                Column.text("partner", "a.display_name"),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("student_no", "s.student_no"),
                Column.text("programme", "p.code").unsearched(),
                Column.choices(
                    "languages", "r.languages", "frame.language.", List.of("kk", "ru", "en")),
                Column.text("recipient", "r.recipient"),
                Column.text("purpose", "r.purpose").hidden(),
                Column.choice(
                    "status",
                    TranscriptRequestStore.STATUS,
                    "transcript.request.status.",
                    TranscriptRequestStatus.class),
                Column.text("document_no", "d.number").unsearched(),
                Column.text("handled_by", "r.handled_by").hidden()),
            "r.status = 'RECEIVED' DESC, r.requested_at DESC",
            "/transcript/request.xhtml?id={id}")
        .scoped(StudentLists.SCOPES);
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "documents",
            "reserved",
            Permissions.TRANSCRIPT_ISSUE,
            Due.Urgency.LATE,
            "d.status = 'RESERVED'"),
        new Due(
            "documents",
            "superseded",
            Permissions.TRANSCRIPT_PREPARE,
            Due.Urgency.WRONG,
            Superseded.TO_REPLACE),
        new Due(
            "documents",
            "to-sign",
            Permissions.TRANSCRIPT_SIGN,
            Due.Urgency.DUE,
            "d.status = 'PREPARED'"),
        new Due(
            "transcript-requests",
            "overdue",
            Permissions.TRANSCRIPT_PREPARE,
            Due.Urgency.LATE,
            "r.status = 'RECEIVED' AND " + OLD),
        new Due(
            "transcript-requests",
            "to-prepare",
            Permissions.TRANSCRIPT_PREPARE,
            Due.Urgency.DUE,
            "r.status = 'RECEIVED' AND NOT (" + OLD + ")"));
  }
}
