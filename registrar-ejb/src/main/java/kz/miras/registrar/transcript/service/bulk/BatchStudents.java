package kz.miras.registrar.transcript.service.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.transcript.BatchChoice;

/** Who a choice of students means. */
@ApplicationScoped
class BatchStudents {

  @Inject private BatchRows rows;

  /** Keys, in the order of the programme and the name; one more than a batch takes at most. */
  List<Long> of(BatchChoice choice) {
    return rows.list(
        "SELECT s.id FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status = ?"
            + " AND (? IS NULL OR p.code = ?) AND (? IS NULL OR s.course_year = ?) ORDER BY p.code,"
            + " s.last_name, s.first_name, s.id LIMIT "
            + (BatchChoice.MOST + 1),
        row -> row.getLong(1),
        choice.status().name(),
        choice.programme(),
        choice.programme(),
        choice.course(),
        choice.course());
  }
}
