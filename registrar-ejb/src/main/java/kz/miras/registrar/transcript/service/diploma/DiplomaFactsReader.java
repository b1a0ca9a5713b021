package kz.miras.registrar.transcript.service.diploma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.diploma.DiplomaFacts;
import kz.miras.registrar.transcript.service.diploma.DiplomaStore.Stored;

/** What is looked at before diplomas are approved, of one graduate or of many at once. */
@ApplicationScoped
class DiplomaFactsReader {

  @Inject private Students students;
  @Inject private KnownHistory history;
  @Inject private StudyRules rules;
  @Inject private DiplomaStore diplomas;
  @Inject private UniversityTime time;

  /** Facts by key of the student. */
  Map<Long, DiplomaFacts> of(Collection<Long> keys) {
    Map<Long, DiplomaFacts> facts = new HashMap<>();
    Map<Long, Stored> drafts = diplomas.of(keys);
    Map<Long, List<LedgerEntry>> histories = history.ofAll(keys);
    for (Student student : students.byIds(List.copyOf(keys))) {
      facts.put(
          student.getId(),
          facts(
              student,
              drafts.get(student.getId()),
              histories.getOrDefault(student.getId(), List.of())));
    }
    return facts;
  }

  private DiplomaFacts facts(Student student, Stored stored, List<LedgerEntry> entries) {
    RulesOfTime times = rules.on(student.getProgramme().getLevel(), time.today());
    Map<String, LocalizedText> names =
        entries.stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.discipline().key(),
                    entry -> entry.discipline().name(),
                    (first, later) -> later));
    CountedResults counted =
        CountedResults.of(entries.stream().map(LedgerEntry::toResult).toList(), times);
    List<LocalizedText> owed = new ArrayList<>();
    for (Result result : counted.counted()) {
      if (result.grade().fails() && !result.is(Trait.ADDITIONAL_STUDY)) {
        owed.add(names.get(result.discipline()));
      }
    }
    for (Result result : counted.pending()) {
      if (counted.of(result.discipline()).isEmpty() && !result.is(Trait.ADDITIONAL_STUDY)) {
        owed.add(names.get(result.discipline()));
      }
    }
    return new DiplomaFacts(
        stored == null ? null : stored.draft(),
        student.getProgramme().getLevel(),
        student.getStatus(),
        student.getLastNameKazakh() != null && student.getFirstNameKazakh() != null,
        counted.earned().value(),
        student.getProgramme().getCredits(),
        owed,
        counted.counted().stream()
            .anyMatch(it -> it.is(Trait.FINAL_ATTESTATION) && it.grade().passes()));
  }
}
