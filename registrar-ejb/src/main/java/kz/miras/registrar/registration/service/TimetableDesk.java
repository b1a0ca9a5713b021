package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.shared.RecordReader;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * Adds, moves and removes single lessons of a section by the same checks as a file of them; whose
 * lessons would overlap then is counted before anything is written.
 */
@Stateless
@Guarded
public class TimetableDesk {

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private SlotList list;
  @Inject private AuditContext audit;

  /** The lessons of a section, each as the values of its record in the list of lessons. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public List<Map<String, String>> lessons(long section) {
    Section of = section(section);
    return list.sheet(of, null).lessons(of.getId()).stream()
        .map(values -> (Map<String, String>) new HashMap<>(values))
        .toList();
  }

  /**
   * Writes a lesson.
   *
   * @param was the lesson it takes the place of, as it was read; null for a new one
   * @param typed its values by field; term, offering and section are those of the section
   * @param reason why, for the audit trail; may be null
   * @param confirmed whether the warnings have been seen
   * @return what the rules say; nothing is written where they refuse, or warn for the first time
   */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict save(
      long section,
      Map<String, String> was,
      Map<String, String> typed,
      String reason,
      boolean confirmed) {
    Section of = section(section);
    return write(list.sheet(of, was), of, typed, reason, confirmed);
  }

  /** Removes a lesson, with the same warnings. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict remove(long section, Map<String, String> was, String reason) {
    Map<String, String> gone = new HashMap<>(was);
    gone.put(SlotSheet.REMOVED, "true");
    Section of = section(section);
    return write(list.sheet(of, null), of, gone, reason, true);
  }

  private Verdict write(
      SlotSheet sheet,
      Section section,
      Map<String, String> typed,
      String reason,
      boolean confirmed) {
    Map<String, String> all = new HashMap<>(typed);
    all.put("term", calendars.term(section.getOffering().getTermId()).orElseThrow().getCode());
    all.put("offering", section.getOffering().getCode());
    all.put("section", section.getCode());
    RecordReader.Reading reading = RecordReader.read(list.fields(), all);
    if (!reading.verdict().isAllowed()) {
      return reading.verdict();
    }
    Verdict verdict = sheet.check(reading.values());
    if (verdict.isAllowed() && (verdict.warnings().isEmpty() || confirmed)) {
      audit.because(reason);
      sheet.write(reading.values());
      sheet.finish();
    }
    return verdict;
  }

  private Section section(long id) {
    return offerings.section(id).orElseThrow(() -> new RegistrarException.NotFound("section", id));
  }
}
