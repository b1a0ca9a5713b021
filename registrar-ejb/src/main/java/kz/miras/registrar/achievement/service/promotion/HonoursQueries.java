package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
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
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** HON-2. Who of a programme has earned honours, may still, or no longer can, and why. */
@Stateless
@Guarded
public class HonoursQueries {

  private static final String STUDYING =
      "s.status IN ('STUDYING', 'ON_LEAVE') AND p.level = 'BACHELOR'";

  @Inject private StudentSight sight;
  @Inject private Students students;
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

  /** Programmes of the bachelors the caller may see; honours exist only there. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public List<Choice> programmes() {
    Map<String, Programme> known =
        catalogue.programmes().stream()
            .collect(Collectors.toMap(Programme::getCode, Function.identity()));
    return sight.programmes(Permissions.ACHIEVEMENT_READ, STUDYING).stream()
        .map(code -> new Choice(code, known.get(code).getName()))
        .toList();
  }

  /**
   * The outlook of a programme as it is shown and printed.
   *
   * @param day on which it stands
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
   * The outlook of a programme.
   *
   * @throws RegistrarException.NotFound where the caller may see nobody of it
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public Outlook outlook(String programme) {
    Choice of =
        programmes().stream()
            .filter(one -> one.code().equals(programme))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("programme", programme));
    LocalDate day = time.today();
    return new Outlook(of, day, rules.on(Level.BACHELOR, day).inForce().code(), of(programme));
  }

  /** The students of a programme the caller may see, by course and name. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public List<Line> of(String programme) {
    List<Long> keys =
        sight.of(Permissions.ACHIEVEMENT_READ, STUDYING + " AND p.code = ?", List.of(programme));
    Map<Long, Student> found =
        students.byIds(keys).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, List<LedgerEntry>> histories = known.ofAll(keys);
    RulesOfTime times = rules.on(Level.BACHELOR, time.today());
    ToIntFunction<Curriculum> attestations = honours.attestations();
    List<Line> lines = new ArrayList<>();
    for (long key : keys) {
      Student student = found.get(key);
      List<LedgerEntry> history = histories.get(key);
      HonoursOutlook outlook =
          HonoursReader.of(history, times, student.getCurriculum(), attestations);
      lines.add(
          new Line(
              student.getUuid().toString(),
              student.getStudentNo(),
              student.fullName(),
              student.getCourseYear(),
              outlook,
              new NamedReasons(history).of(outlook.reasons())));
    }
    return lines;
  }
}
