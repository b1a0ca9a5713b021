package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Corrections of results as a list; a teacher sees those of the own sheets. */
@ApplicationScoped
public class CorrectionLists implements ListSource {

  private static final DecidedRequests REQUESTS = new DecidedRequests("g");

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "corrections",
                Permissions.GRADE_CORRECTION_READ,
                "grade_correction g JOIN student s ON s.id = g.student_id JOIN programme p ON p.id"
                    + " = s.programme_id JOIN achievement a ON a.id = g.achievement_id LEFT JOIN"
                    + " sheet h ON h.id = g.sheet_id LEFT JOIN discipline d ON d.id ="
                    + " g.discipline_id LEFT JOIN org_unit u ON u.id = d.department_id WHERE 1 = 1",
                "g.uuid",
                REQUESTS.columns(
                    Column.text("discipline", "a.discipline_code"),
                    Column.text("sheet", "h.number"),
                    Column.text("was", "COALESCE(a.letter, a.mark)").unsearched(),
                    Column.choice(
                        "kind", "g.kind", "achievement.correction.kind.", CorrectionKind.class),
                    Column.choice(
                        "document",
                        "g.document",
                        "achievement.correction.document.",
                        CorrectionDocument.class),
                    Column.text("document_no", "g.document_no")),
                REQUESTS.order(),
                "/achievement/correction.xhtml?id={id}")
            .scoped(
                Map.of(
                    "OWN_GROUPS", "h.teacher_id = :teacher",
                    "OWN_EXAM", "h.examiner_id = :teacher",
                    "OWN_SCHOOL", "COALESCE(u.parent_id, p.school_id) IN (:schools)")));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        REQUESTS.due("corrections", Permissions.GRADE_CORRECTION_APPROVE),
        new Due(
            "sheets",
            "retake",
            Permissions.SHEET_CREATE,
            Due.Urgency.NOTE,
            "h.status IN ('CLOSED', 'AMENDED') AND t.closed_at IS NULL AND EXISTS (SELECT 1 FROM"
                + " achievement a WHERE a.sheet_id = h.id AND a.mark = 'I' AND NOT EXISTS (SELECT 1 FROM achievement c WHERE"
                + " c.corrects_id = a.id) AND NOT EXISTS (SELECT 1 FROM sheet f JOIN sheet_row r ON"
                + " r.sheet_id = f.id WHERE f.continues_id = h.id AND r.student_id ="
                + " a.student_id))"));
  }
}
