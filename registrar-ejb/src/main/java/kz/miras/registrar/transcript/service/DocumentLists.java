package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;
import kz.miras.registrar.transcript.DocumentReissue;
import kz.miras.registrar.transcript.DocumentStatus;

/** The register of issued transcripts (domain 3.5). */
@ApplicationScoped
public class DocumentLists implements ListSource {

  /** DOC-12, DOC-13. As TranscriptPart#shown() has it; NULL for the whole study. */
  private static final String PART =
      "CASE WHEN k.family = 'TRANSCRIPT' THEN NULLIF(CONCAT_WS(', ', JSON_VALUE(d.details,"
          + " '$.programme'), CASE WHEN COALESCE(JSON_VALUE(d.details, '$.from'),"
          + " JSON_VALUE(d.details, '$.to')) IS NOT NULL THEN CONCAT(COALESCE(JSON_VALUE(d.details,"
          + " '$.from'), '…'), ' – ', COALESCE(JSON_VALUE(d.details, '$.to'), '…')) END), '') END";

  @Override
  public List<ListView> lists() {
    return List.of(documents());
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
                Column.text("part", PART).unsearched(),
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
                Column.choice("reissue", "d.reissue", "transcript.reissue.", DocumentReissue.class)
                    .hidden(),
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
            // what waits for a part alone is told to whoever has it
            "d.status = 'PREPARED' AND EXISTS (SELECT 1 FROM document_signatory g WHERE g.kind ="
                + " d.kind AND g.part IS NULL AND NOT EXISTS (SELECT 1 FROM document_signature f"
                + " WHERE f.document_id = d.id AND f.place = g.place))"));
  }
}
