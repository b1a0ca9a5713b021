package kz.miras.registrar.transcript;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.PastStanding;
import kz.miras.registrar.student.Standing;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.transcript.certificate.QuestionAnswers;

/**
 * DOC-13. The programmes a student has been in, by the orders of movement that stand, and which
 * result is of which: that of the programme the student was in when it was earned. Immutable.
 */
public final class StudiedProgrammes {

  private final Standing today;
  private final List<StudentStatusChange> changes;
  private final List<Programme> all;

  private StudiedProgrammes(
      Standing today, List<StudentStatusChange> changes, List<Programme> all) {
    this.today = today;
    this.changes = changes;
    this.all = all;
  }

  /**
   * Those of a history.
   *
   * @param today how the student stands now
   * @param changes all steps, in the order of their effect; without any the student has always been
   *     where the student is today
   */
  public static StudiedProgrammes of(Standing today, List<StudentStatusChange> changes) {
    List<Standing> standings = new ArrayList<>();
    for (StudentStatusChange step : StudentStatusChange.standing(changes)) {
      standings.add(step.getBefore());
      standings.add(step.getAfter());
    }
    standings.add(today);
    Map<String, Programme> known = new LinkedHashMap<>();
    standings.stream()
        .filter(Objects::nonNull)
        .map(Standing::getCurriculum)
        .filter(Objects::nonNull)
        .map(Curriculum::getProgramme)
        .forEach(one -> known.putIfAbsent(one.getCode(), one));
    return new StudiedProgrammes(today, List.copyOf(changes), List.copyOf(known.values()));
  }

  /** In the order the student came to them, each once, however often. */
  public List<Programme> all() {
    return all;
  }

  /** The programme of a code, if the student has been in it. */
  public Optional<Programme> named(String code) {
    return all.stream().filter(one -> one.getCode().equals(code)).findFirst();
  }

  /**
   * Whether the results of a programme may be asked for.
   *
   * @param code null where all are asked for
   */
  public Verdict verdict(String code) {
    return code == null || named(code).isPresent()
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of(
                    "transcript.programme.other",
                    "DOC-13",
                    code,
                    String.join(", ", all.stream().map(Programme::getCode).toList()))
                .at(QuestionAnswers.FIELD + TranscriptPart.PROGRAMME));
  }

  /**
   * Places of the entries that are of a programme. A correction is of that of what it corrects, the
   * sitting that continues an attempt of that of the attempt; credits recognised are of the one
   * they were recognised for, which the student was in when they were recorded, whatever day the
   * order of recognition has.
   *
   * @param ledger by position
   * @param zone of the university
   */
  public Set<Long> positions(String code, List<LedgerEntry> ledger, ZoneId zone) {
    Map<Long, String> earned = new HashMap<>();
    Map<String, String> attempts = new HashMap<>();
    Set<Long> positions = new HashSet<>();
    for (LedgerEntry entry : ledger) {
      LedgerEntry.Outcome result = entry.result();
      String attempt = entry.discipline().key() + " " + result.term();
      String of = earned.get(entry.source().corrects());
      if (of == null && result.kind().continuesAttempt()) {
        of = attempts.get(attempt);
      }
      if (of == null) {
        of = on(day(entry, zone));
      }
      earned.put(entry.position(), of);
      attempts.put(attempt, of);
      if (of.equals(code)) {
        positions.add(entry.position());
      }
    }
    return positions;
  }

  private static LocalDate day(LedgerEntry entry, ZoneId zone) {
    boolean recognised =
        entry.result().kind() == ResultKind.RECOGNISED && !entry.source().migrated();
    return recognised
        ? LocalDate.ofInstant(entry.source().recordedAt(), zone)
        : entry.result().date();
  }

  /** Before admission there is nothing: what is dated so belongs to the first programme. */
  private String on(LocalDate day) {
    return PastStanding.on(day, today, changes)
        .map(then -> then.curriculum().getProgramme())
        .orElse(all.get(0))
        .getCode();
  }
}
