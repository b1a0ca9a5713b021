package kz.miras.registrar.transcript.service.diploma;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;
import kz.miras.registrar.transcript.diploma.DiplomaStatus;
import kz.miras.registrar.transcript.diploma.DiplomaTerms;

/** Diplomas in work and the book of their issue (domain 3.14). */
@ApplicationScoped
public class DiplomaLists implements ListSource {

  private static final String FROM =
      "diploma d JOIN student s ON s.id = d.student_id JOIN programme p ON p.id = s.programme_id"
          + " LEFT JOIN diploma o ON o.id = d.duplicate_of WHERE ";

  private static final String NAME = "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)";
  private static final String PAGE = "/transcript/diploma.xhtml?id={id}";

  /** DIP-12. What is still to be handed out. */
  private static final String UNISSUED =
      "d.status IN ('DRAFT', 'NUMBERED', 'APPROVED') AND d.issue_by";

  /** DIP-12. What the ministry has not given a number to. */
  private static final String UNNUMBERED = "d.status = 'DRAFT' AND d.ministry_by";

  private static final String PASSED = " < university_today()";

  /** DIP-12. A last day that is near, as {@link DiplomaTerms} has it. */
  private static final String NEAR =
      " BETWEEN university_today() AND university_today() + INTERVAL "
          + DiplomaTerms.NEAR_DAYS
          + " DAY";

  /** DIP-12. Names and conditions of what is told of the last days of diplomas. */
  static final Map<String, String> WATCHED =
      Map.of(
          "late", UNISSUED + PASSED,
          "near", UNISSUED + NEAR,
          "ministry-late", UNNUMBERED + PASSED,
          "ministry-near", UNNUMBERED + NEAR);

  @Override
  public List<ListView> lists() {
    return List.of(diplomas(), book());
  }

  private static ListView diplomas() {
    return ListView.of(
            "diplomas",
            Permissions.DIPLOMA_READ,
            FROM + "1 = 1",
            "d.uuid",
            List.of(
                Column.text("full_name", NAME),
                Column.text("student_no", "s.student_no"),
                Column.text("programme", "p.code").unsearched(),
                Column.text("number", "d.number"),
                Column.text("qualification_ru", "d.qualification_ru"),
                Column.text("protocol", "d.protocol"),
                Column.date("decided_on", "d.decided_on"),
                Column.date("issue_by", "d.issue_by"),
                Column.date("ministry_by", "d.ministry_by").hidden(),
                Column.flag("honours", "d.honours"),
                Column.text("duplicate_of", "o.number").unsearched(),
                Column.choice("status", "d.status", "diploma.status.", DiplomaStatus.class),
                Column.text("drafted_by", "d.drafted_by").hidden(),
                Column.text("approved_by", "d.approved_by").hidden(),
                Column.text("status_reason", "d.status_reason").hidden()),
            "d.drafted_at DESC, d.id DESC",
            PAGE)
        .scoped(StudentLists.SCOPES);
  }

  private static ListView book() {
    return ListView.of(
            "diploma-book",
            Permissions.DIPLOMA_READ,
            FROM + "d.book_number IS NOT NULL",
            "d.uuid",
            List.of(
                Column.text(
                    "book_no", "CONCAT('DB-', d.book_year, '/', LPAD(d.book_number, 5, '0'))"),
                Column.text("number", "d.number"),
                Column.text("full_name", NAME),
                Column.text("programme", "p.code").unsearched(),
                Column.text("qualification_ru", "d.qualification_ru"),
                Column.flag("honours", "d.honours"),
                Column.text("protocol", "d.protocol"),
                Column.date("decided_on", "d.decided_on"),
                Column.text("duplicate_of", "o.number").unsearched(),
                Column.date("handed_on", "d.handed_on"),
                Column.text("received_by", "d.received_by"),
                Column.text("receiver_identity", "d.receiver_identity").hidden(),
                Column.text("proxy", DiplomaStore.PROXY),
                Column.text("handed_by", "d.handed_by").hidden(),
                Column.choice("status", "d.status", "diploma.status.", DiplomaStatus.class)
                    .hidden()),
            "d.book_year DESC, d.book_number DESC",
            PAGE)
        .scoped(StudentLists.SCOPES);
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "diplomas",
            "to-number",
            Permissions.DIPLOMA_NUMBER,
            Due.Urgency.DUE,
            "d.status = 'DRAFT'"),
        new Due(
            "diplomas",
            "to-approve",
            Permissions.DIPLOMA_APPROVE,
            Due.Urgency.DUE,
            "d.status = 'NUMBERED'"),
        watched("late", Due.Urgency.LATE),
        watched("near", Due.Urgency.DUE),
        watched("ministry-late", Due.Urgency.LATE),
        watched("ministry-near", Due.Urgency.DUE));
  }

  private static Due watched(String name, Due.Urgency urgency) {
    return new Due("diplomas", name, Permissions.DIPLOMA_READ, urgency, WATCHED.get(name));
  }
}
