package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.office.consultation.AskerKind;
import kz.miras.registrar.office.consultation.ConsultationKind;
import kz.miras.registrar.office.consultation.ConsultationOutcome;
import kz.miras.registrar.office.consultation.ConsultationStatus;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.FrequentQuestionStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** The journal of consultations, the hours and the frequent questions as lists. */
@ApplicationScoped
public class ConsultationLists implements ListSource {

  private static final String TOPIC = "office.consultation.topic.";

  /** Answered by whoever wrote the answer that stands. */
  private static final String JOURNAL =
      "consultation q LEFT JOIN consultation_slot l ON l.id = q.slot_id LEFT JOIN account h ON h.id"
          + " = q.holder_id LEFT JOIN consultation_entry e ON e.consultation_id = q.id AND e.entry_no"
          + " = (SELECT MAX(x.entry_no) FROM consultation_entry x WHERE x.consultation_id = q.id)"
          + " LEFT JOIN account w ON w.id = e.writer_id WHERE 1 = 1";

  private static final String OPEN = "q.status = 'OPEN'";

  @Override
  public List<ListView> lists() {
    return List.of(journal(), slots(), frequentQuestions());
  }

  private static ListView journal() {
    return ListView.of(
            "consultations",
            Permissions.CONSULTATION_READ,
            JOURNAL,
            "q.uuid",
            List.of(
                Column.moment("asked_at", "q.asked_at"),
                Column.choice(
                    "kind", "q.kind", "office.consultation.kind.", ConsultationKind.class),
                Column.choice(
                    "topic", "COALESCE(e.topic, q.topic)", TOPIC, ConsultationTopic.class),
                Column.text("asker_name", "q.asker_name"),
                Column.choice(
                    "asker_kind", "q.asker_kind", "office.consultation.asker.", AskerKind.class),
                Column.text("question", "q.question").hidden(),
                Column.moment("starts_at", "l.starts_at"),
                Column.date("due_on", "q.due_on"),
                Column.choice(
                    "status", "q.status", "office.consultation.status.", ConsultationStatus.class),
                Column.text("holder", "h.display_name"),
                Column.choice(
                    "outcome",
                    "e.outcome",
                    "office.consultation.outcome.",
                    ConsultationOutcome.class),
                Column.text("answer", "e.answer").hidden(),
                Column.text("answered_by", "w.display_name"),
                Column.moment("ended_at", "q.ended_at"),
                Column.number("entries", "e.entry_no").hidden()),
            OPEN + " DESC, COALESCE(q.ended_at, q.asked_at) DESC",
            "/office/consultation.xhtml?id={id}")
        .scoped(
            // an open question is its holder's as well, who may assign no more than that
            Map.of(
                "OWN_RECORD",
                "q.account_id = :account OR q.student_id = :student OR q.holder_id = :account"));
  }

  private static ListView slots() {
    return ListView.of(
        "consultation-slots",
        Permissions.CONSULTATION_ANSWER,
        "consultation_slot l JOIN account h ON h.id = l.host_id LEFT JOIN consultation q ON q.booked"
            + " = l.id WHERE 1 = 1",
        "l.uuid",
        List.of(
            Column.moment("starts_at", "l.starts_at"),
            Column.moment("ends_at", "l.ends_at"),
            Column.text("host", "h.display_name"),
            Column.choices(
                "topics",
                "l.topics",
                TOPIC,
                Stream.of(ConsultationTopic.values()).map(Enum::name).toList()),
            Column.text("place", "l.place"),
            Column.text("link", "l.link").hidden(),
            Column.choice(
                "status", "l.status", "office.consultation.slot.", List.of("OPEN", "CALLED_OFF")),
            Column.text("asker_name", "q.asker_name"),
            Column.text("status_reason", "l.reason").hidden()),
        "l.starts_at DESC, l.id DESC",
        null);
  }

  private static ListView frequentQuestions() {
    return ListView.of(
        "frequent-questions",
        Permissions.CONSULTATION_READ,
        "frequent_question f WHERE 1 = 1",
        "f.uuid",
        List.of(
            Column.choice("topic", "f.topic", TOPIC, ConsultationTopic.class),
            // under the names lists know a text of three languages by
            Column.text("name_kk", "f.question_kk"),
            Column.text("name_ru", "f.question_ru"),
            Column.text("name_en", "f.question_en"),
            Column.choice(
                "status", "f.status", "office.consultation.faq.", FrequentQuestionStatus.class),
            Column.text("written_by", "f.written_by").hidden(),
            Column.text("proposed_by", "f.proposed_by"),
            Column.text("decided_by", "f.decided_by"),
            Column.moment("decided_at", "f.decided_at"),
            Column.text("decision_note", "f.note").hidden()),
        "f.status = 'PROPOSED' DESC, f.topic, f.id",
        "/office/faq.xhtml?id={id}");
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "consultations",
            "late",
            Permissions.CONSULTATION_ASSIGN,
            Due.Urgency.LATE,
            OPEN + " AND q.due_on < university_today()"),
        new Due(
            "consultations",
            "today",
            Permissions.CONSULTATION_ASSIGN,
            Due.Urgency.DUE,
            OPEN
                + " AND (l.day = university_today() OR q.due_on = university_today()) AND q.due_on"
                + " >= university_today()"),
        new Due(
            "consultations",
            "nobodys",
            Permissions.CONSULTATION_ANSWER,
            Due.Urgency.DUE,
            OPEN + " AND q.holder_id IS NULL"),
        new Due(
            "consultations",
            "own-ahead",
            Permissions.CONSULTATION_ASK,
            Due.Urgency.NOTE,
            OPEN + " AND l.day >= university_today()"),
        new Due(
            "frequent-questions",
            "to-decide",
            Permissions.CONSULTATION_PUBLISH,
            Due.Urgency.DUE,
            "f.status = 'PROPOSED'"),
        new Due(
            "frequent-questions",
            "returned",
            Permissions.CONSULTATION_ANSWER,
            Due.Urgency.DUE,
            "f.status = 'RETURNED'"));
  }
}
