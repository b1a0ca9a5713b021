package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.service.WeekFeedSource;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/** The appointments a student has booked, in the calendar of the student's week. */
@ApplicationScoped
public class ConsultationFeed implements WeekFeedSource {

  @Inject private Rows rows;

  @Override
  public List<Event> events(long student, Language language) {
    return rows.list(
        "SELECT q.uuid, q.topic, s.starts_at, s.ends_at, COALESCE(s.place, s.link) AS place FROM"
            + " consultation q JOIN consultation_slot s ON s.id = q.slot_id WHERE q.student_id = ?"
            + " AND q.status IN ('OPEN', 'ANSWERED') ORDER BY s.starts_at",
        row ->
            new Event(
                "consultation-" + UUID.fromString(row.getString("uuid")),
                Messages.text(
                    language,
                    "office.consultation.feed",
                    Messages.text(language, "office.consultation.topic." + row.getString("topic"))),
                row.getString("place"),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at")),
        student);
  }
}
