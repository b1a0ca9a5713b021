package kz.miras.registrar.transcript.service.subject;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.analysis.GroupMembers;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPeople;

/**
 * A group in a term: settled once the term is over and all its sheets are closed and published. It
 * is read by those who see all of its students.
 */
@ApplicationScoped
public class GroupSubject implements DocumentSubject {

  /** Names of what tells a group's sheet, among the details of a document. */
  public static final String GROUP = "group";

  public static final String TERM = "term";

  private static final String OPEN =
      "SELECT DISTINCT h.number FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.term_id"
          + " = ? AND h.kind <> 'RATING' AND h.continues_id IS NULL AND (h.closed_at IS NULL OR "
          + KnownHistory.UNPUBLISHED_SHEET.replace("@sheet", "h.id")
          + ") AND r.student_id IN (%s) ORDER BY h.number";

  private static final String STATED =
      "SELECT a.student_id, MAX(a.position) FROM achievement a WHERE a.student_id IN (%s) GROUP BY"
          + " a.student_id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private GroupMembers members;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** Public id of a group in a term: the same whoever asks. */
  public static UUID id(String group, String term) {
    return UUID.nameUUIDFromBytes(("group " + group + " " + term).getBytes(StandardCharsets.UTF_8));
  }

  /** What a group in a term is called. */
  public static String name(String group, String term) {
    return group + " · " + term;
  }

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.GROUP_SHEET);
  }

  @Override
  public Optional<Found> find(UUID id, Map<String, String> details) {
    return Optional.ofNullable(details.get(GROUP))
        .flatMap(students::group)
        .flatMap(
            group ->
                Optional.ofNullable(details.get(TERM))
                    .flatMap(calendars::term)
                    .map(term -> found(group, term)))
        .filter(found -> found.id().equals(id));
  }

  private Found found(StudentGroup group, Term term) {
    List<Long> all = members.of(group.getCode(), term.getId());
    boolean whole =
        !all.isEmpty()
            && scope.ofCaller(students.byIds(all), Permissions.ACHIEVEMENT_READ).size()
                == all.size();
    Target target = GroupMembers.target(group);
    Map<String, String> details = Map.of(GROUP, group.getCode(), TERM, term.getCode());
    return new Found(
        SubjectKind.GROUP_SHEET,
        id(group.getCode(), term.getCode()),
        name(group.getCode(), term.getCode()),
        details,
        !all.isEmpty() && term.getEndsOn().isBefore(time.today()),
        open(all, term),
        whole && access.may(Permissions.ACHIEVEMENT_READ, target),
        target,
        new SubjectPeople(
            Map.of(), Map.of(), group.getCurriculum().getProgramme().getSchool().getId()),
        () -> stated(all),
        page(details));
  }

  /** Where a group in a term is shown, by what names it. */
  public static String page(Map<String, String> details) {
    return "/achievement/consolidated.xhtml?group="
        + encoded(details.get(GROUP))
        + "&term="
        + encoded(details.get(TERM));
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8);
  }

  private List<String> open(List<Long> all, Term term) {
    List<Object> values = new ArrayList<>(List.of(term.getId()));
    values.addAll(all);
    return list(OPEN, all, values, row -> row.getString(1));
  }

  private Map<Long, Long> stated(List<Long> all) {
    Map<Long, Long> stated = new HashMap<>();
    list(STATED, all, all, row -> stated.put(row.getLong(1), row.getLong(2)));
    return stated;
  }

  private <T> List<T> list(
      String sql, List<Long> all, List<?> values, Statements.Reader<T> reader) {
    if (all.isEmpty()) {
      return List.of();
    }
    try (Connection connection = database.getConnection()) {
      return Statements.list(
          connection, String.format(sql, Statements.places(all.size())), values, reader);
    } catch (SQLException e) {
      throw new IllegalStateException("a group cannot be read", e);
    }
  }
}
