package kz.miras.registrar.office.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** What the office itself keeps, and what waits for somebody across capabilities. */
@ApplicationScoped
public class OfficeLists implements ListSource {

  private static final List<String> STATES =
      List.of("READING", "CHECKED", "WAITING", "APPLYING", "APPLIED", "REJECTED", "FAILED");

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "imports",
                Permissions.IMPORT_RUN,
                "import_run i WHERE 1 = 1",
                "i.uuid",
                List.of(
                    Column.moment("uploaded_at", "i.uploaded_at"),
                    Column.choice("list", "i.list", "frame.list.", RecordLists.ORDER),
                    Column.text("file_name", "i.file_name"),
                    Column.choice("status", "i.status", "office.import.status.", STATES),
                    Column.number("rows_total", "i.rows_total"),
                    Column.number("rows_new", "i.rows_new"),
                    Column.number("rows_changed", "i.rows_changed"),
                    Column.number("rows_bad", "i.rows_bad"),
                    Column.text("uploaded_by", "i.uploaded_by"),
                    Column.moment("applied_at", "i.applied_at")),
                "i.uploaded_at DESC",
                "/office/import.xhtml?id={id}")
            .scoped(
                Map.of(
                    "OWN_RECORD",
                    "i.uploaded_by = (SELECT a.login FROM account a WHERE a.id = :account)")),
        ListView.of(
            "import-approvals",
            Permissions.GRADE_CORRECTION_APPROVE,
            "import_run i WHERE i.submitted_at IS NOT NULL",
            "i.uuid",
            List.of(
                Column.moment("submitted_at", "i.submitted_at"),
                Column.choice("list", "i.list", "frame.list.", RecordLists.ORDER),
                Column.text("file_name", "i.file_name"),
                Column.number("rows_total", "i.rows_total"),
                Column.number("rows_bad", "i.rows_bad"),
                Column.text("submitted_by", "i.submitted_by"),
                Column.choice("status", "i.status", "office.import.status.", STATES),
                Column.text("decided_by", "i.decided_by"),
                Column.moment("decided_at", "i.decided_at"),
                Column.text("decision_note", "i.decision_note")),
            "i.status = 'WAITING' DESC, i.submitted_at DESC",
            "/office/import.xhtml?id={id}"));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "imports",
            "failed",
            Permissions.IMPORT_RUN,
            Due.Urgency.WRONG,
            "i.status = 'FAILED' AND i.uploaded_at >= DATE_SUB(UTC_TIMESTAMP(), INTERVAL 7 DAY)"),
        new Due(
            "imports",
            "to-decide",
            Permissions.IMPORT_RUN,
            Due.Urgency.DUE,
            "i.status = 'CHECKED' AND i.rows_new + i.rows_changed > 0"),
        new Due(
            "import-approvals",
            "to-decide",
            Permissions.GRADE_CORRECTION_APPROVE,
            Due.Urgency.DUE,
            "i.status = 'WAITING'"),
        new Due(
            "sheets",
            "this-week",
            Permissions.SHEET_CLOSE,
            Due.Urgency.NOTE,
            "h.status IN ('CREATED', 'OPEN') AND h.exam_date BETWEEN university_today() AND"
                + " DATE_ADD(university_today(), INTERVAL 7 DAY)"));
  }
}
