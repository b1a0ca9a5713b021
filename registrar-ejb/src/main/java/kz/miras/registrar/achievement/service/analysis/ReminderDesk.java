package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.UnsubmittedSheets.Unsubmitted;
import kz.miras.registrar.attestation.service.ReminderRecords;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reminds who owes sheets whose entry is locked; nobody of the same sheet twice a day. */
@Stateless
@Guarded
public class ReminderDesk {

  /** Where a reminder leads: the late sheets among the reader's own. */
  private static final String LINK = "/office/list.xhtml?list=sheets&only=overdue";

  @Inject private UnsubmittedSheets sheets;
  @Inject private ReminderRecords records;
  @Inject private Notices notices;
  @Inject private AuditTrail audit;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Reminds everybody who owes a sheet of the term and was not reminded of it today.
   *
   * @return how many people were reminded
   */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public int remind(String term) {
    Map<Long, List<Unsubmitted>> owed = new LinkedHashMap<>();
    sheets.late(term, Narrow.everything()).stream()
        .filter(one -> one.teacher() != 0 && !time.today().equals(one.reminded()))
        .forEach(one -> owed.computeIfAbsent(one.teacher(), key -> new ArrayList<>()).add(one));
    if (owed.isEmpty()) {
      return 0;
    }
    Map<Long, List<? extends Serializable>> args = new HashMap<>();
    owed.forEach(
        (teacher, sheets) ->
            args.put(
                teacher,
                List.of(
                    sheets.size(), sheets.get(0).sheet().number(), sheets.get(0).sheet().exam())));
    records.note(
        owed.values().stream()
            .flatMap(List::stream)
            .map(one -> new ReminderRecords.Reminded(one.id(), one.teacher()))
            .toList(),
        access.current().login());
    notices.tellTeachers(args, "achievement.session.reminder", LINK);
    audit.record(
        "sheet.remind",
        "Term",
        term,
        null,
        Json.write(
            Map.of(
                "teachers",
                owed.size(),
                "sheets",
                owed.values().stream().mapToInt(List::size).sum())));
    return owed.size();
  }
}
