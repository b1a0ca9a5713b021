package kz.miras.registrar.attestation.service.amend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** SHT-18. The register of signed sheets: which version that stands has its scan, which has not. */
@ApplicationScoped
public class ScanLists implements ListSource {

  private static final String LIST = "sheet-scans";

  /** The latest scan of the version that stands. */
  private static final String SCAN =
      "(SELECT c.id FROM sheet_scan c WHERE c.sheet_id = v.sheet_id AND c.version_no ="
          + " v.version_no ORDER BY c.attached_at DESC, c.id DESC LIMIT 1)";

  private static final String STATE =
      "CASE WHEN s.id IS NOT NULL THEN 'ATTACHED' WHEN v.scan_due_on IS NULL THEN 'NONE' WHEN"
          + " v.scan_due_on < university_today() THEN 'LATE' ELSE 'MISSING' END";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                LIST,
                Permissions.SHEET_READ,
                "sheet_version v JOIN sheet h ON h.id = v.sheet_id AND h.version_no = v.version_no"
                    + " JOIN term t ON t.id = h.term_id JOIN discipline d ON d.id = h.discipline_id"
                    + " JOIN org_unit u ON u.id = d.department_id LEFT JOIN teacher e ON e.id ="
                    + " h.teacher_id LEFT JOIN sheet_scan s ON s.id = "
                    + SCAN
                    + " WHERE 1 = 1",
                "h.uuid",
                List.of(
                    Column.text("number", "h.number"),
                    Column.number("sheet_version", "v.version_no"),
                    Column.text("term", "t.code").unsearched(),
                    Column.text("discipline", "d.code"),
                    Column.text("name_ru", "d.name_ru"),
                    Column.text("name_kk", "d.name_kk").hidden(),
                    Column.text("name_en", "d.name_en").hidden(),
                    Column.choice("kind", "h.kind", "attestation.kind.", SheetKind.class).hidden(),
                    Column.text("teacher", "CONCAT_WS(' ', e.last_name, e.first_name)"),
                    Column.moment("sealed_at", "v.recorded_at"),
                    Column.date("scan_due_on", "v.scan_due_on"),
                    Column.choice(
                        "scan_state",
                        STATE,
                        "attestation.scan.state.",
                        List.of("ATTACHED", "MISSING", "LATE", "NONE")),
                    Column.date("signed_on", "s.signed_on"),
                    Column.text("attached_by", "s.attached_by").unsearched(),
                    Column.text("code", "v.code").hidden()),
                "s.id IS NULL DESC, v.scan_due_on IS NULL, v.scan_due_on, h.number",
                "/attestation/sheet.xhtml?id={id}")
            .scoped(
                Map.of(
                    "OWN_GROUPS", "h.teacher_id = :teacher",
                    "OWN_EXAM", "h.examiner_id = :teacher",
                    "OWN_SCHOOL", "u.parent_id IN (:schools)")));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            LIST,
            "late",
            Permissions.SHEET_ATTACH,
            Due.Urgency.LATE,
            "s.id IS NULL AND v.scan_due_on < university_today()"),
        new Due(
            LIST,
            "missing",
            Permissions.SHEET_ATTACH,
            Due.Urgency.NOTE,
            "s.id IS NULL AND v.scan_due_on >= university_today()"));
  }
}
