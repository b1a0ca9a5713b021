package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.ministry.RecordOutcome;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;
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

  /**
   * GOV-17. The first finding that blocks a record: what has several, as each has where the
   * platform demands of all alike what it keeps itself, is one record, as on the page of the
   * exchange.
   */
  private static final String BLOCKED =
      "f.blocks AND NOT EXISTS (SELECT 1 FROM ministry_finding b WHERE b.type = f.type AND b.number"
          + " = f.number AND b.blocks AND b.id < f.id)";

  @Override
  public List<ListView> lists() {
    return List.of(findings(), differences(), outcomes(), runs());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(FINDINGS, "blocking", Permissions.EXCHANGE_SEND, Due.Urgency.WRONG, BLOCKED),
        new Due(DIFFERENCES, "found", Permissions.EXCHANGE_SEND, Due.Urgency.WRONG, "1 = 1"));
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
        "strange",
        "missing",
        "there-only",
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
        "ministry_difference f LEFT JOIN student s ON s.id = f.student_id WHERE "
            + ComparedRows.STANDING,
        "CONCAT(f.type, '-', f.number)",
        List.of(
            Column.text(
                "ministry_about",
                "COALESCE(NULLIF(CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic), ''),"
                    + " f.label, '')"),
            Column.text("student_no", "s.student_no"),
            Column.flag("ministry_graduate", MinistryComparison.GRADUATE),
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
            Column.flag("ministry_fresh", MinistryComparison.FRESH),
            Column.moment("ministry_first_found_at", "f.first_found_at").hidden(),
            Column.moment("ministry_found_at", "f.found_at").hidden()),
        MinistryComparison.GRADUATE
            + " DESC, s.last_name, s.first_name, s.id, f.type, f.number, f.id",
        PAGE);
  }

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

  /** All runs there were. */
  private static ListView runs() {
    return ListView.of(
        "ministry-runs",
        Permissions.EXCHANGE_READ,
        "ministry_run r LEFT JOIN (SELECT run_id, SUM(seen) AS seen, SUM(blocked) AS blocked,"
            + " SUM(taken) AS taken, SUM(refused) AS refused, SUM(differing) AS differing FROM"
            + " ministry_part GROUP BY run_id) p ON p.run_id = r.id WHERE 1 = 1",
        "r.uuid",
        List.of(
            Column.moment("ministry_begun_at", "r.begun_at"),
            Column.choice("ministry_kind", "r.kind", "ministry.run.", RunKind.class),
            Column.text("ministry_begun_by", "r.begun_by"),
            Column.choice("ministry_state", "r.state", "ministry.state.", RunState.class),
            Column.number("ministry_seen", "COALESCE(p.seen, 0)"),
            Column.number("ministry_blocked", "COALESCE(p.blocked, 0)"),
            Column.number("ministry_taken", "COALESCE(p.taken, 0)"),
            Column.number("ministry_refused", "COALESCE(p.refused, 0)"),
            Column.number("ministry_differing", "COALESCE(p.differing, 0)"),
            Column.moment("ministry_ended_at", "r.ended_at").hidden()),
        "r.begun_at DESC, r.id DESC",
        "/correspondence/ministry-run.xhtml?id={id}");
  }
}
