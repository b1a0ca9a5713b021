package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.ClosingForecast;
import kz.miras.registrar.achievement.ClosingForecast.Change;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.SheetsTogether;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Reads a part of a session's forecast; what is read does not stay in memory with the next one. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionPreviewReader {

  @Inject private SheetsTogether sheets;
  @Inject private SheetResults results;
  @Inject private LedgerReader ledger;
  @Inject private Students students;
  @Inject private StudyRules study;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** What these sheets would post. */
  public List<Ledger.Posting> postings(List<String> ids) {
    Map<Sheet, List<SheetRow>> rows = sheets.closable(ids);
    SheetResults.Known known =
        results.known(rows.values().stream().flatMap(List::stream).toList(), new HashMap<>());
    String author = access.current().login();
    Instant now = time.now();
    List<Ledger.Posting> postings = new ArrayList<>();
    rows.forEach((sheet, own) -> postings.addAll(results.of(sheet, own, known, author, now)));
    return postings;
  }

  /** What becomes of these students. */
  public List<Change> changes(List<Long> keys, Map<Long, List<Ledger.Posting>> postings) {
    Map<Long, Student> known =
        students.byIds(keys).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, List<LedgerEntry>> ledgers = ledger.ofAll(keys);
    Map<Level, RulesOfTime> byLevel = new EnumMap<>(Level.class);
    List<Change> changes = new ArrayList<>();
    for (long key : keys) {
      Student student = known.get(key);
      RulesOfTime times =
          byLevel.computeIfAbsent(
              student.getProgramme().getLevel(), level -> study.on(level, time.today()));
      List<Ledger.Posting> own = postings.get(key);
      List<LedgerEntry> before = ledgers.get(key);
      changes.add(
          ClosingForecast.change(
              student.getStudentNo(),
              student.fullName(),
              failed(own),
              StudyRecords.of(before, times),
              StudyRecords.of(ClosingPreview.with(before, own), times),
              ClosingPreview.limits(student, own.get(0).result().term(), times.inForce())));
    }
    return changes;
  }

  /** Codes of what would be failed, with the letter; empty for nothing. */
  private static String failed(List<Ledger.Posting> postings) {
    return postings.stream()
        .filter(posting -> posting.result().grade().fails())
        .map(posting -> posting.discipline().code() + " " + posting.result().grade().sign())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
