package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.ClosingForecast.Change;
import kz.miras.registrar.achievement.SessionForecast;
import kz.miras.registrar.shared.NameOrder;

/**
 * SHT-24. Works out what closing many sheets together would do to their students, and posts
 * nothing. Sheets and then students are gone through in parts, each of a few statements.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionPreview {

  private static final int SHEETS_AT_ONCE = 100;
  private static final int STUDENTS_AT_ONCE = 500;

  @Inject private SessionPreviewReader reader;

  /**
   * The forecast of those of these sheets the caller may close by right.
   *
   * @param sheets public ids
   */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public SessionForecast of(List<String> sheets) {
    Map<Long, List<Ledger.Posting>> postings = new TreeMap<>();
    for (int from = 0; from < sheets.size(); from += SHEETS_AT_ONCE) {
      reader
          .postings(part(sheets, from, SHEETS_AT_ONCE))
          .forEach(
              one -> postings.computeIfAbsent(one.studentId(), key -> new ArrayList<>()).add(one));
    }
    List<Long> students = new ArrayList<>(postings.keySet());
    List<Change> changes = new ArrayList<>();
    for (int from = 0; from < students.size(); from += STUDENTS_AT_ONCE) {
      changes.addAll(reader.changes(part(students, from, STUDENTS_AT_ONCE), postings));
    }
    NameOrder order = NameOrder.kazakh();
    changes.sort((one, other) -> order.compare(one.student(), other.student()));
    return new SessionForecast(sheets.size(), changes);
  }

  private static <T> List<T> part(List<T> all, int from, int most) {
    return List.copyOf(all.subList(from, Math.min(from + most, all.size())));
  }
}
