package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.PastStanding;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Orders;
import kz.miras.registrar.student.service.Students;

/**
 * HON-2. Who of a programme has earned honours, may still, or no longer can, and why, today or as
 * of any past day.
 */
@Stateless
@Guarded
public class HonoursQueries {

  private static final String STUDYING =
      "s.status IN ('STUDYING', 'ON_LEAVE') AND p.level = 'BACHELOR'";

  /** Of whom something was ordered with effect after a day. */
  private static final String CHANGED_SINCE =
      "EXISTS (SELECT 1 FROM student_status_change c WHERE c.student_id = s.id AND c.effective_on >"
          + " ?)";

  private static final String BACHELORS_SINCE =
      "p.level = 'BACHELOR' AND (s.status IN ('STUDYING', 'ON_LEAVE') OR " + CHANGED_SINCE + ")";

  @Inject private StudentSight sight;
  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private KnownHistory known;
  @Inject private StudyRules rules;
  @Inject private HonoursReader honours;
  @Inject private Catalogue catalogue;
  @Inject private UniversityTime time;

  /** A programme to choose. */
  public record Choice(String code, LocalizedText name) implements Serializable {}

  /**
   * A student's outlook.
   *
   * @param reasons what has lost it, or what is still missing, with disciplines by name
   */
  public record Line(
      String id,
      String number,
      String name,
      int course,
      HonoursOutlook outlook,
      List<Refusal> reasons)
      implements Serializable {

    public Line {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Programmes of the bachelors the caller may see; honours exist only there.
   *
   * @param asOf those of a past day too; null for today
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public List<Choice> programmes(LocalDate asOf) {
    Map<String, Programme> known =
        catalogue.programmes().stream()
            .collect(Collectors.toMap(Programme::getCode, Function.identity()));
    List<String> codes =
        isPast(asOf)
            ? sight.programmes(Permissions.ACHIEVEMENT_READ, BACHELORS_SINCE, List.<Object>of(asOf))
            : sight.programmes(Permissions.ACHIEVEMENT_READ, STUDYING, List.of());
    return codes.stream().map(code -> new Choice(code, known.get(code).getName())).toList();
  }

  /**
   * The outlook of a programme as it is shown and printed.
   *
   * @param day on which it stands, or stood
   * @param ruleSet code of the rules whose thresholds count
   * @param lines of the students the caller may see, by course and name
   */
  public record Outlook(Choice programme, LocalDate day, String ruleSet, List<Line> lines)
      implements Serializable {

    public Outlook {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The outlook of a programme: of those who were its students on the day, by what was recorded by
   * then and by the rules of then (ACH-8, MOV-16).
   *
   * @param asOf at the end of which day; null, or a day to come, for today
   * @throws RegistrarException.NotFound where the caller may see nobody of it
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public Outlook outlook(String programme, LocalDate asOf) {
    Choice of =
        programmes(asOf).stream()
            .filter(one -> one.code().equals(programme))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("programme", programme));
    LocalDate day = isPast(asOf) ? asOf : time.today();
    RulesOfTime times = rules.on(Level.BACHELOR, day);
    return new Outlook(
        of,
        day,
        times.inForce().code(),
        isPast(asOf) ? then(programme, asOf, times) : now(programme, times));
  }

  private boolean isPast(LocalDate asOf) {
    return asOf != null && asOf.isBefore(time.today());
  }

  private List<Line> now(String programme, RulesOfTime times) {
    List<Long> keys =
        sight.of(Permissions.ACHIEVEMENT_READ, STUDYING + " AND p.code = ?", List.of(programme));
    Map<Long, List<LedgerEntry>> histories = known.ofAll(keys);
    ToIntFunction<Curriculum> attestations = honours.attestations();
    Map<Long, Student> found = found(keys);
    return keys.stream()
        .map(
            key -> {
              Student student = found.get(key);
              return line(
                  student,
                  student.getCourseYear(),
                  student.getCurriculum(),
                  histories.get(key),
                  times,
                  attestations);
            })
        .toList();
  }

  /** The lines of a past day; whose changes came later is asked for, whatever became of them. */
  private List<Line> then(String programme, LocalDate day, RulesOfTime times) {
    List<Long> keys =
        sight.of(
            Permissions.ACHIEVEMENT_READ,
            "((" + STUDYING + " AND p.code = ?) OR " + CHANGED_SINCE + ")",
            List.of(programme, day));
    Map<Long, Student> found = found(keys);
    Map<Long, List<StudentStatusChange>> changes = orders.changesOf(keys);
    Map<Long, PastStanding> standings = new LinkedHashMap<>();
    for (long key : keys) {
      PastStanding.on(day, found.get(key).standing(), changes.getOrDefault(key, List.of()))
          .filter(standing -> standing.status().isInContingent())
          .filter(standing -> standing.curriculum().getProgramme().getCode().equals(programme))
          .ifPresent(standing -> standings.put(key, standing));
    }
    Map<Long, List<LedgerEntry>> histories = known.ofAll(standings.keySet());
    ToIntFunction<Curriculum> attestations = honours.attestations();
    List<Line> lines = new ArrayList<>();
    standings.forEach(
        (key, standing) ->
            lines.add(
                line(
                    found.get(key),
                    standing.course(),
                    standing.curriculum(),
                    histories.get(key).stream()
                        .filter(entry -> entry.stoodOn(day, time.zone()))
                        .toList(),
                    times,
                    attestations)));
    // by the course of the day; the names are in order already
    lines.sort(Comparator.comparing(Line::course));
    return lines;
  }

  private Map<Long, Student> found(List<Long> keys) {
    return students.byIds(keys).stream()
        .collect(Collectors.toMap(Student::getId, Function.identity()));
  }

  private static Line line(
      Student student,
      int course,
      Curriculum curriculum,
      List<LedgerEntry> history,
      RulesOfTime times,
      ToIntFunction<Curriculum> attestations) {
    HonoursOutlook outlook = HonoursReader.of(history, times, curriculum, attestations);
    return new Line(
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        course,
        outlook,
        new NamedReasons(history).of(outlook.reasons()));
  }
}
