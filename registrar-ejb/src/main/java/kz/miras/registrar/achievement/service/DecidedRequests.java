package kz.miras.registrar.achievement.service;

import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.CorrectionStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListView.Column;

/**
 * What lists say of requests about a student that one person makes and another decides.
 *
 * @param table of the requests, by its alias; the student is {@code s}
 */
public record DecidedRequests(String table) {

  /** What is asked for, between whom it is about and what became of it. */
  public List<Column> columns(Column... asked) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.moment("requested_at", of("requested_at")));
    columns.add(
        Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"));
    columns.add(Column.text("student_no", "s.student_no"));
    columns.addAll(List.of(asked));
    columns.add(Column.text("requested_by", of("requested_by")));
    columns.add(
        Column.choice(
            "status", of("status"), "achievement.correction.status.", CorrectionStatus.class));
    columns.add(Column.text("decided_by", of("decided_by")).hidden());
    return columns;
  }

  /** Those that wait first, then the latest. */
  public String order() {
    return waiting() + " DESC, " + of("requested_at") + " DESC";
  }

  /** Those that wait for whoever may decide. */
  public Due due(String list, String permission) {
    return new Due(list, "to-decide", permission, Due.Urgency.DUE, waiting());
  }

  private String waiting() {
    return of("status") + " = 'REQUESTED'";
  }

  private String of(String column) {
    return table + "." + column;
  }
}
