package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentRequestStatus;

/** Documents that are asked for, and for accounting those that cost something. */
@ApplicationScoped
public class DocumentRequestLists implements ListSource {

  private static final String REQUESTS = "document-requests";
  private static final String FEES = "document-fees";
  private static final String OPEN = "r.status IN ('RECEIVED', 'IN_PROCESS')";
  private static final String OWED = "r.fee IS NOT NULL AND r.paid_on IS NULL";

  /** What ends within the present day of the university is due today. */
  private static final String TODAY =
      "r.due_at > UTC_TIMESTAMP(6) AND university_day(r.due_at - INTERVAL 1 MICROSECOND) ="
          + " university_today()";

  @Override
  public List<ListView> lists() {
    return List.of(requests(), fees());
  }

  private static String from(String where) {
    return DocumentRequests.FROM.replaceFirst("^ FROM ", "")
        + " JOIN document_kind k ON k.code = r.kind WHERE "
        + where;
  }

  private static ListView requests() {
    return ListView.of(
            REQUESTS,
            Permissions.REGISTER_READ,
            from("1 = 1"),
            "r.uuid",
            List.of(
                Column.text("receipt", "r.receipt"),
                Column.moment("requested_at", "r.requested_at"),
                Column.names("kind", "k.name"),
                Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                Column.text("student_no", "s.student_no"),
                Column.text("programme", "p.code").unsearched(),
                Column.moment("due_at", "r.due_at"),
                Column.choice(
                    "status",
                    DocumentRequests.STATUS,
                    "transcript.request.status.",
                    DocumentRequestStatus.class),
                Column.choice("channel", "r.channel", "transcript.channel.", DocumentChannel.class),
                Column.choice(
                    "delivery", "r.delivery", "transcript.delivery.", DocumentDelivery.class),
                Column.text("asker", "a.display_name").hidden(),
                Column.choices(
                        "languages", "r.languages", "frame.language.", List.of("kk", "ru", "en"))
                    .hidden(),
                Column.text("recipient", "r.recipient").hidden(),
                Column.text("purpose", "r.purpose").hidden(),
                Column.text("document_no", "d.number").unsearched(),
                Column.text("handled_by", "r.handled_by").hidden()),
            OPEN + " DESC, r.due_at IS NULL, r.due_at DESC, r.id DESC",
            "/transcript/request.xhtml?id={id}")
        .scoped(StudentLists.SCOPES);
  }

  private static ListView fees() {
    return ListView.of(
        FEES,
        Permissions.TRANSCRIPT_FEE,
        from("r.fee IS NOT NULL"),
        "r.uuid",
        List.of(
            Column.text("receipt", "r.receipt"),
            Column.moment("requested_at", "r.requested_at"),
            Column.names("kind", "k.name"),
            Column.text("full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
            Column.text("student_no", "s.student_no"),
            Column.number("amount", "r.fee"),
            Column.date("paid_on", "r.paid_on"),
            Column.text("document", "r.paid_document").unsearched(),
            Column.text("marked_by", "r.paid_by").hidden(),
            Column.choice(
                "status",
                DocumentRequests.STATUS,
                "transcript.request.status.",
                DocumentRequestStatus.class)),
        "r.paid_on IS NULL DESC, r.requested_at DESC, r.id DESC",
        "/transcript/request.xhtml?id={id}");
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            REQUESTS,
            "overdue",
            Permissions.TRANSCRIPT_PREPARE,
            Due.Urgency.LATE,
            DocumentRequests.UNISSUED + " AND r.due_at <= UTC_TIMESTAMP(6)"),
        new Due(
            REQUESTS,
            "today",
            Permissions.TRANSCRIPT_PREPARE,
            Due.Urgency.DUE,
            DocumentRequests.UNISSUED + " AND " + TODAY),
        new Due(
            REQUESTS,
            "to-prepare",
            Permissions.TRANSCRIPT_PREPARE,
            Due.Urgency.DUE,
            OPEN + " AND r.due_at > UTC_TIMESTAMP(6) AND NOT (" + TODAY + ")"),
        new Due(
            REQUESTS,
            "to-hand-out",
            Permissions.TRANSCRIPT_HAND_OVER,
            Due.Urgency.NOTE,
            "r.status = 'PREPARED' AND d.status = 'ISSUED' AND d.handed_on IS NULL AND r.delivery <>"
                + " 'ELECTRONIC'"),
        new Due(
            FEES, "unpaid", Permissions.TRANSCRIPT_FEE, Due.Urgency.DUE, OPEN + " AND " + OWED));
  }
}
