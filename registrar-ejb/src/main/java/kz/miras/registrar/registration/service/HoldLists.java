package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.Advisers;

/** Holds as lists: all of them for who may read them, those of money for accounting. */
@ApplicationScoped
public class HoldLists implements ListSource {

  private static final String FROM =
      "student_hold h JOIN student s ON s.id = h.student_id JOIN programme p ON p.id ="
          + " s.programme_id LEFT JOIN org_unit u ON u.id = h.unit_id WHERE ";
  private static final String STANDING = "h.removed_at IS NULL AND s.status = 'STUDYING'";
  private static final String ORDER = "h.removed_at IS NOT NULL, h.placed_at DESC";
  private static final String PAGE = "/registration/hold.xhtml?id={id}";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "holds",
                Permissions.HOLD_READ,
                FROM + "1 = 1",
                "h.uuid",
                columns(true),
                ORDER,
                PAGE)
            .scoped(
                Map.of(
                    "OWN_RECORD", "h.student_id = :student",
                    "OWN_ADVISEES", Advisers.OWN_ADVISEES,
                    "OWN_SCHOOL", "p.school_id IN (:schools)")),
        ListView.of(
            "financial-holds",
            Permissions.HOLD_EDIT_FINANCIAL,
            FROM + "h.kind = 'FINANCIAL'",
            "h.uuid",
            columns(false),
            ORDER,
            PAGE));
  }

  private static List<Column> columns(boolean kinds) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"));
    columns.add(Column.text("student_no", "s.student_no"));
    if (kinds) {
      columns.add(Column.choice("kind", "h.kind", "registration.hold.kind.", HoldKind.class));
    }
    columns.add(Column.text("reason", "h.reason"));
    columns.add(Column.text("contact", "h.contact"));
    columns.add(Column.text("document", "h.document").hidden());
    columns.add(Column.text("programme", "p.code").hidden());
    columns.add(Column.number("course_year", "s.course_year").hidden());
    columns.add(Column.moment("placed_at", "h.placed_at"));
    columns.add(Column.text("placed_by", "h.placed_by").unsearched().hidden());
    columns.add(Column.moment("removed_at", "h.removed_at"));
    columns.add(Column.text("removal_reason", "h.removal_reason").hidden());
    return columns;
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due("holds", "own", Permissions.ENROL_OWN, Due.Urgency.DUE, STANDING),
        new Due("holds", "standing", Permissions.ENROL_PROPOSE, Due.Urgency.NOTE, STANDING),
        new Due(
            "financial-holds",
            "standing",
            Permissions.HOLD_EDIT_FINANCIAL,
            Due.Urgency.NOTE,
            STANDING));
  }
}
