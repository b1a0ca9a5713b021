package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;

/** The register of issued transcripts (domain 3.5). */
@ApplicationScoped
public class DocumentLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "documents",
                Permissions.REGISTER_READ,
                "issued_document d JOIN student s ON s.id = d.student_id JOIN programme p ON p.id ="
                    + " s.programme_id WHERE 1 = 1",
                "d.uuid",
                List.of(
                    Column.text("number", "d.number"),
                    Column.date("issued_on", "d.issued_on"),
                    Column.choice("kind", "d.kind", "transcript.kind.", DocumentKind.class),
                    Column.text(
                        "full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                    Column.text("student_no", "s.student_no"),
                    Column.text("programme", "p.code").unsearched(),
                    Column.text("languages", "d.languages").unsearched(),
                    Column.number("copies", "d.copies"),
                    Column.number("pages", "d.pages"),
                    Column.text("purpose", "d.purpose"),
                    Column.text("prepared_by", "d.prepared_by").hidden(),
                    Column.text("signed_by", "d.signed_by").hidden(),
                    Column.choice("status", "d.status", "transcript.status.", DocumentStatus.class),
                    Column.text("status_reason", "d.status_reason").hidden()),
                "d.issued_on IS NULL DESC, d.register_year DESC, d.register_number DESC",
                "/transcript/document.xhtml?id={id}")
            .scoped(StudentLists.SCOPES));
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
            "to-sign",
            Permissions.TRANSCRIPT_SIGN,
            Due.Urgency.DUE,
            "d.status = 'PREPARED'"));
  }
}
