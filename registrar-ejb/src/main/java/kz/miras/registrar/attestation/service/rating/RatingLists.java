package kz.miras.registrar.attestation.service.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Rating sheets as a list; a teacher sees the own ones. */
@ApplicationScoped
public class RatingLists implements ListSource {

  private static final String LIST = "rating-sheets";

  /**
   * RAT-9. A disposition {@code e} on the student of a row {@code r} of the sheet {@code @sheet}
   * whose control has no score, and is still waited for.
   */
  private static final String OPEN =
      "e.score IS NULL AND @sheet.kind <> 'RATING' AND @sheet.continues_id IS NULL AND"
          + " @sheet.closed_at IS NULL AND COALESCE(r.mark, '') <> 'W' AND r.exemption_id IS NULL AND"
          + " IF(e.period_no = 1, r.p1, r.p2) IS NULL";

  /** RAT-9. The same of the sheet {@code m}. */
  static final String ALONE_OPEN = OPEN.replace("@sheet", "m");

  /**
   * RAT-9. A control taken alone of a sheet {@code h} without a journal is over without a score.
   */
  public static final String ALONE_LATE =
      "h.closed_at IS NULL AND EXISTS (SELECT 1 FROM rating_excuse e JOIN sheet_row r ON r.sheet_id"
          + " = h.id AND r.student_id = e.student_id WHERE e.discipline_id = h.discipline_id AND"
          + " e.term_id = h.term_id AND e.until_on < university_today() AND NOT EXISTS (SELECT 1"
          + " FROM sheet j WHERE j.rates_id = h.id AND j.period_no = e.period_no) AND "
          + OPEN.replace("@sheet", "h")
          + ")";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                LIST,
                Permissions.SHEET_READ,
                "sheet h JOIN term t ON t.id = h.term_id JOIN discipline d ON d.id ="
                    + " h.discipline_id JOIN org_unit u ON u.id = d.department_id JOIN sheet m ON"
                    + " m.id = h.rates_id LEFT JOIN section x ON x.id = h.section_id LEFT JOIN"
                    + " teacher e ON e.id = h.teacher_id WHERE h.kind = 'RATING'",
                "h.uuid",
                List.of(
                    Column.text("number", "h.number"),
                    Column.text("term", "t.code").unsearched(),
                    Column.number("period", "h.period_no"),
                    Column.text("discipline", "d.code"),
                    Column.text("name_ru", "d.name_ru"),
                    Column.text("name_kk", "d.name_kk").hidden(),
                    Column.text("name_en", "d.name_en").hidden(),
                    Column.text("section", "x.code"),
                    Column.text("teacher", "CONCAT_WS(' ', e.last_name, e.first_name)"),
                    Column.choice("status", "h.status", "attestation.status.", SheetStatus.class),
                    Column.number(
                        "students", "(SELECT COUNT(*) FROM sheet_row r WHERE r.sheet_id = h.id)"),
                    Column.text("main", "m.number"),
                    Column.text("closed_by", "h.closed_by").unsearched().hidden()),
                "t.starts_on DESC, h.period_no DESC, h.number",
                "/attestation/rating.xhtml?id={id}")
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
            Permissions.SHEET_ENTER_SUBSTITUTE,
            Due.Urgency.LATE,
            "h.status = 'OPEN' AND " + RatingDays.LAST_DAY + " < university_today()"),
        new Due(
            LIST,
            "alone-late",
            Permissions.SHEET_READ,
            Due.Urgency.LATE,
            "EXISTS (SELECT 1 FROM rating_excuse e JOIN sheet_row r ON r.sheet_id = m.id AND"
                + " r.student_id = e.student_id WHERE e.discipline_id = h.discipline_id AND"
                + " e.term_id = h.term_id AND e.period_no = h.period_no AND "
                + ALONE_OPEN
                + " AND e.until_on < university_today())"),
        new Due(LIST, "to-open", Permissions.SHEET_OPEN, Due.Urgency.DUE, "h.status = 'CREATED'"),
        new Due(
            LIST,
            "to-type",
            Permissions.SHEET_ENTER_RATING,
            Due.Urgency.DUE,
            "h.status = 'OPEN' AND " + RatingDays.OPENS_ON + " <= university_today()"),
        new Due(
            LIST, "to-close", Permissions.SHEET_CLOSE, Due.Urgency.DUE, "h.status = 'SUBMITTED'"),
        new Due(
            LIST,
            "to-amend",
            Permissions.GRADE_CORRECTION_APPROVE,
            Due.Urgency.DUE,
            "EXISTS (SELECT 1 FROM rating_amendment a WHERE a.sheet_id = h.id AND a.status ="
                + " 'REQUESTED')"));
  }
}
