package kz.miras.registrar.transcript.service.diploma;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.promotion.StudentSight;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.diploma.DiplomaTerms;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentMaking;
import kz.miras.registrar.transcript.service.diploma.DiplomaStore.Stored;

/** Graduates with what their diplomas still need, one by one or those of a year together. */
@Stateless
@Guarded
public class DiplomaQueries {

  /** Who graduated in a year by order, and in the present one also who is about to. */
  private static final String GRADUATES =
      "((s.status = 'GRADUATED' AND EXISTS (SELECT 1 FROM student_status_change c WHERE"
          + " c.student_id = s.id AND c.to_status = 'GRADUATED' AND YEAR(c.effective_on) = ?)) OR"
          + " (s.status = 'STUDYING' AND s.course_year >= p.years AND YEAR(university_today()) = ?))";

  private static final String YEARS =
      "SELECT DISTINCT YEAR(c.effective_on) FROM student_status_change c WHERE c.to_status ="
          + " 'GRADUATED' UNION SELECT YEAR(university_today()) ORDER BY 1 DESC";

  private static final String DOCUMENTS =
      "SELECT d.uuid, d.kind, d.number, d.status FROM issued_document d JOIN document_kind k ON k.code"
          + " = d.kind WHERE d.student_id = ? AND k.family IN ('DIPLOMA_SUPPLEMENT',"
          + " 'EUROPEAN_SUPPLEMENT') ORDER BY d.prepared_at DESC";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DiplomaStore store;
  @Inject private DiplomaChecking checking;
  @Inject private StudentSight sight;
  @Inject private StudentScope scope;
  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private DocumentKinds kinds;
  @Inject private DocumentMaking making;
  @Inject private UniversityTime time;

  /**
   * One graduate.
   *
   * @param diploma empty where nothing is drafted
   * @param gaps what stands against it
   */
  public record Line(String student, String number, String name, Stored diploma, Verdict gaps)
      implements Serializable {}

  /** A supplement that was prepared or issued. */
  public record Paper(String id, String kind, String number, String status)
      implements Serializable {}

  /**
   * A graduate's diploma with all that is known of it.
   *
   * @param diploma null where nothing is drafted
   * @param all of the student, the first first
   * @param terms null where nothing is drafted
   * @param papers supplements
   */
  public record View(
      Line line,
      LocalizedText programme,
      String programmeCode,
      Stored diploma,
      List<Stored> all,
      DiplomaTerms terms,
      Verdict honours,
      List<Paper> papers,
      LocalDate today)
      implements Serializable {}

  /** A programme to choose. */
  public record Choice(String code, LocalizedText name) implements Serializable {}

  /** Calendar years in which somebody graduated, and the present one; the last first. */
  @RolesAllowed(Permissions.DIPLOMA_READ)
  public List<Integer> years() {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, YEARS, List.of(), row -> row.getInt(1));
    } catch (SQLException e) {
      throw new IllegalStateException("years cannot be read", e);
    }
  }

  /** Programmes with graduates of a year the caller may see. */
  @RolesAllowed(Permissions.DIPLOMA_READ)
  public List<Choice> programmes(int year) {
    Map<String, Programme> known =
        catalogue.programmes().stream()
            .collect(Collectors.toMap(Programme::getCode, Function.identity()));
    return sight.programmes(Permissions.DIPLOMA_READ, GRADUATES, List.of(year, year)).stream()
        .map(code -> new Choice(code, known.get(code).getName()))
        .toList();
  }

  /** The graduates of a programme and year with what stands against their diplomas. */
  @RolesAllowed(Permissions.DIPLOMA_READ)
  public List<Line> graduates(String programme, int year) {
    List<Long> keys =
        sight.of(
            Permissions.DIPLOMA_READ,
            GRADUATES + " AND p.code = ?",
            List.of(year, year, programme));
    Map<Long, Stored> diplomas = store.of(keys);
    Map<Long, Verdict> verdicts = checking.verdicts(keys);
    Map<Long, Student> found =
        students.byIds(keys).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    return keys.stream()
        .map(key -> line(found.get(key), diplomas.get(key), verdicts.get(key)))
        .toList();
  }

  private static Line line(Student student, Stored diploma, Verdict gaps) {
    return new Line(
        student.getUuid().toString(), student.getStudentNo(), student.fullName(), diploma, gaps);
  }

  /** The diploma of a student that counts, or would. */
  @RolesAllowed(Permissions.DIPLOMA_READ)
  public View ofStudent(String name) {
    Student student = scope.visible(name, Permissions.DIPLOMA_READ);
    return view(student, store.of(student.getId()));
  }

  /** One diploma. */
  @RolesAllowed(Permissions.DIPLOMA_READ)
  public View diploma(String id) {
    Stored stored =
        PublicId.parse(id)
            .flatMap(store::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("diploma", id));
    return view(scope.visible(stored.student(), Permissions.DIPLOMA_READ), Optional.of(stored));
  }

  private View view(Student student, Optional<Stored> diploma) {
    long key = student.getId();
    return new View(
        line(student, diploma.orElse(null), checking.verdicts(List.of(key)).get(key)),
        student.getProgramme().getName(),
        student.getProgramme().getCode(),
        diploma.orElse(null),
        store.all(key),
        diploma.map(checking::terms).orElse(null),
        checking.honours(key),
        papers(key),
        time.today());
  }

  private List<Paper> papers(long student) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
          connection,
          DOCUMENTS,
          List.of(student),
          row -> new Paper(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    } catch (SQLException e) {
      throw new IllegalStateException("supplements cannot be read", e);
    }
  }

  /**
   * A supplement as it would look now.
   *
   * @param kind code of the kind of document
   */
  @RolesAllowed(Permissions.DIPLOMA_READ)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public byte[] preview(String student, String kind, List<Language> languages) {
    Student found = scope.visible(student, Permissions.DIPLOMA_READ);
    DocumentOrder order =
        new DocumentOrder(kinds.kind(kind), found.getId(), null, languages, null, Map.of());
    return making.file(order, Stamp.preview(time.today())).pdf();
  }
}
