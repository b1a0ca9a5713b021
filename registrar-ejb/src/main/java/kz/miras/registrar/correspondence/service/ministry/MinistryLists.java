package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.ministry.RecordOutcome;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** What the platform would refuse, where it differs, and what became of each record, as lists. */
@ApplicationScoped
public class MinistryLists implements ListSource {

  private static final String PAGE = "/correspondence/ministry-record.xhtml?id={id}";
  private static final String FINDINGS = "ministry-findings";
  private static final String DIFFERENCES = "ministry-differences";
  private static final String TYPES = "ministry.type.";

  @Override
  public List<ListView> lists() {
    return List.of(findings(), differences(), outcomes());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            FINDINGS,
            "blocking",
            Permissions.EXCHANGE_SEND,
            Due.Urgency.WRONG,
            "f.blocks"),
        new Due(
            DIFFERENCES,
            "found",
            Permissions.EXCHANGE_SEND,
            Due.Urgency.WRONG,
            "1 = 1"));
  }

  private static Column type(String sql) {
    return Column.choice("ministry_type", sql, TYPES, PlatformType.class);
  }

  private static ListView findings() {
    return ListView.of(
        FINDINGS,
        Permissions.EXCHANGE_READ,
        "ministry_finding f LEFT JOIN student s ON s.id = f.student_id WHERE 1 = 1",
        "CONCAT(f.type, '-', f.number)",
        List.of(
            type("f.type"),
            Column.number("ministry_number", "f.number"),
            Column.text("ministry_label", "f.label"),
            Column.text("student_no", "s.student_no").hidden(),
            Column.text("ministry_field", "f.field"),
            Column.choice(
                "ministry_finding",
                "SUBSTRING_INDEX(f.code, '.', -1)",
                "ministry.found.",
                findingCodes()),
            Column.text("ministry_rule", "f.rule"),
            Column.flag("ministry_blocks", "f.blocks"),
            Column.moment("ministry_found_at", "f.found_at").hidden()),
        "f.blocks DESC, f.type, f.number, f.id",
        PAGE);
  }

  /** Last parts of the codes of findings, each with a short name of its own. */
  private static List<String> findingCodes() {
    return List.of(
        "number",
        "missing",
        "int",
        "date",
        "blank",
        "long",
        "iin-missing",
        "iin-wrong",
        "iin-differs",
        "order-future",
        "move-future",
        "percent",
        "credits",
        "hash",
        "practice");
  }

  private static ListView differences() {
    return ListView.of(
        DIFFERENCES,
        Permissions.EXCHANGE_READ,
        "ministry_difference f LEFT JOIN student s ON s.id = f.student_id WHERE 1 = 1",
        "CONCAT(f.type, '-', f.number)",
        List.of(
            Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
            Column.text("student_no", "s.student_no"),
            Column.flag("ministry_graduate", GRADUATE),
            type("f.type"),
            Column.number("ministry_number", "f.number"),
            Column.text("ministry_label", "f.label").hidden(),
            Column.choice(
                "ministry_difference",
                "f.kind",
                "ministry.difference.",
                RecordDifference.Kind.class),
            Column.text("ministry_field", "f.field"),
            Column.text("ministry_ours", "f.ours"),
            Column.text("ministry_theirs", "f.theirs"),
            Column.moment("ministry_found_at", "f.found_at").hidden()),
        GRADUATE + " DESC, s.last_name, s.first_name, s.id, f.type, f.number, f.id",
        PAGE);
  }

  /** Whether the student has graduated this year. */
  private static final String GRADUATE =
      "EXISTS (SELECT 1 FROM student_status_change c WHERE c.student_id = s.id AND c.undoing = 0 AND"
          + " c.to_status = 'GRADUATED' AND YEAR(c.effective_on) = YEAR(university_today()))";

  private static ListView outcomes() {
    return ListView.of(
        "ministry-outcomes",
        Permissions.EXCHANGE_READ,
        "ministry_outcome o JOIN ministry_run r ON r.id = o.run_id WHERE 1 = 1",
        "CONCAT(o.type, '-', o.number)",
        List.of(
            Column.text("ministry_run", "r.uuid").hidden(),
            Column.moment("ministry_begun_at", "r.begun_at"),
            Column.text("ministry_begun_by", "r.begun_by"),
            type("o.type"),
            Column.number("ministry_number", "o.number"),
            Column.choice(
                "ministry_outcome", "o.outcome", "ministry.outcome.", RecordOutcome.class),
            Column.text("ministry_reason", "o.reason")),
        "r.begun_at DESC, o.type, o.number",
        PAGE);
  }
}
