package kz.miras.registrar.transcript.service.paper;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.certificate.Signs;
import kz.miras.registrar.transcript.service.certificate.StudentNames;

/** Gathers the history of a student entry by entry; callers have checked whose it is. */
@Stateless
@PermitAll
public class ExtractContents {

  @Inject private Students students;
  @Inject private KnownHistory history;
  @Inject private Settings settings;
  @Inject private Signs signs;
  @Inject private UniversityTime time;

  /**
   * What an extract prints.
   *
   * @param resultsUntil place in the history of its last entry; null where there is none
   */
  public record Contents(ExtractView view, Long resultsUntil) {}

  /** The contents as of now, without what is not published yet (PUB-1). */
  public Contents of(DocumentOrder order, Stamp stamp) {
    Student student = students.byId(order.studentId()).orElseThrow();
    List<LedgerEntry> entries = history.told(order.studentId()).entries();
    LocalDate day = stamp.date();
    Map<String, String> names = new HashMap<>();
    for (Language language : order.languages()) {
      names.put(language.tag(), StudentNames.of(student, language));
    }
    ExtractView view =
        new ExtractView(
            order.kind().code(),
            stamp.number(),
            day,
            stamp.code(),
            stamp.url(),
            settings.localized("name", day),
            settings.localized("city", day),
            student.getStudentNo(),
            names,
            student.getProgramme().getCode(),
            student.getProgramme().getName(),
            entries(entries),
            signs.of(order.kind(), day));
    return new Contents(
        view, entries.isEmpty() ? null : entries.get(entries.size() - 1).position());
  }

  private List<ExtractView.Entry> entries(List<LedgerEntry> entries) {
    Map<Long, Long> corrected = new HashMap<>();
    entries.stream()
        .filter(one -> one.source().corrects() != null)
        .forEach(one -> corrected.put(one.source().corrects(), one.position()));
    return entries.stream().map(one -> entry(one, corrected.get(one.position()))).toList();
  }

  private ExtractView.Entry entry(LedgerEntry entry, Long correctedBy) {
    int year = entry.result().term().yearStart();
    return new ExtractView.Entry(
        entry.position(),
        LocalDate.ofInstant(entry.source().recordedAt(), time.zone()),
        year + "/" + (year + 1),
        "calendar.term." + entry.result().term().type(),
        entry.discipline().code(),
        entry.discipline().name(),
        entry.discipline().credits(),
        "achievement.kind." + entry.result().kind(),
        entry.result().grade().percent(),
        entry.result().grade().sign(),
        entry.result().grade().digital().orElse(null),
        entry.source().document(),
        entry.source().corrects(),
        correctedBy,
        entry.source().reason());
  }
}
