package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rule.TakenOnce;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Enrolments by file; every row passes the same rules as one made by hand. */
@ApplicationScoped
public class EnrolmentList implements RecordList {

  private static final String ENROLLED =
      "SELECT e.type, (SELECT sc.code FROM enrolment_place p JOIN section sc ON sc.id = p.section_id"
          + " WHERE p.enrolment_id = e.id AND sc.kind = 'GROUP' LIMIT 1) AS section, (SELECT sl.code FROM"
          + " enrolment_place l JOIN section sl ON sl.id = l.section_id WHERE l.enrolment_id = e.id"
          + " AND sl.kind = 'LECTURE' LIMIT 1) AS stream FROM student st"
          + " JOIN enrolment e ON e.student_id = st.id WHERE st.student_no = ? AND e.offering_id = ?"
          + " AND e.status = 'ENROLLED'";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Offerings offerings;
  @Inject private Students people;
  @Inject private RegistrationDesk desk;
  @Inject private EnrolmentForesight foresight;

  @Override
  public String code() {
    return "enrolments";
  }

  @Override
  public String permission() {
    return Permissions.ENROL_ONBEHALF;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("term", 16),
        Field.text("offering", 48),
        Field.text("section", 48).optional(),
        Field.text("stream", 48).optional(),
        Field.text("student_no", 32),
        Field.choice("type", EnrolmentType.class),
        Field.text("reason", 300).optional());
  }

  @Override
  public List<String> key() {
    return List.of("term", "offering", "student_no");
  }

  @Override
  public boolean hasForm() {
    return false;
  }

  @Override
  public Sheet open() {
    return new Records(null);
  }

  @Override
  public Sheet openToCheck() {
    return new Records(new EnrolmentForesight.Taken());
  }

  /**
   * A row takes a student's turn and the seats of an offering: for no longer than that row needs.
   */
  @Override
  public boolean isStoredInSteps() {
    return true;
  }

  /** Who is enrolled already. */
  private record Known(String type, String section, String stream) {}

  /**
   * Reads what a row names when it comes to it: a file is about one term, not about all of them.
   */
  private final class Records implements Sheet {

    private final Map<String, Optional<Offering>> streams = new HashMap<>();
    private final Map<String, Optional<Section>> sections = new HashMap<>();
    private final Map<String, Optional<Long>> students = new HashMap<>();
    private final EnrolmentForesight.Taken foreseen;

    /**
     * Opens it.
     *
     * @param foreseen what the rows before would have taken, where nothing is to be written; null
     *     where rows are written
     */
    Records(EnrolmentForesight.Taken foreseen) {
      this.foreseen = foreseen;
    }

    private Offering offering(Map<String, String> values) {
      String term = String.valueOf(values.get("term"));
      String code = String.valueOf(values.get("offering"));
      return streams
          .computeIfAbsent(term + " " + code, key -> offerings.ofCode(term, code))
          .orElse(null);
    }

    /** The section of a kind a row names in this column; null for none. */
    private Section section(Map<String, String> values, String column, SectionKind kind) {
      long offering = offering(values).getId();
      String code = values.get(column);
      return sections
          .computeIfAbsent(
              offering + " " + kind + " " + code,
              key ->
                  offerings.sectionsOf(offering).stream()
                      .filter(section -> section.getKind() == kind)
                      .filter(section -> section.getCode().equals(code))
                      .findFirst())
          .orElse(null);
    }

    private Long key(Map<String, String> values, String column, SectionKind kind) {
      return values.get(column) == null ? null : section(values, column, kind).getId();
    }

    private Long student(Map<String, String> values) {
      return students
          .computeIfAbsent(
              values.get("student_no"), number -> people.byNumber(number).map(Student::getId))
          .orElse(null);
    }

    /** Null where there is none, of what nobody knows too. */
    private Known enrolled(Map<String, String> values) {
      Offering offering = offering(values);
      if (offering == null) {
        return null;
      }
      try (Connection connection = database.getConnection();
          PreparedStatement select = connection.prepareStatement(ENROLLED)) {
        select.setString(1, values.get("student_no"));
        select.setLong(2, offering.getId());
        try (ResultSet row = select.executeQuery()) {
          return row.next()
              ? new Known(row.getString("type"), row.getString("section"), row.getString("stream"))
              : null;
        }
      } catch (SQLException e) {
        throw new IllegalStateException("enrolments cannot be read", e);
      }
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      Known known = enrolled(values);
      if (known == null) {
        return Optional.empty();
      }
      Map<String, String> stored = new LinkedHashMap<>();
      stored.put("term", values.get("term"));
      stored.put("offering", values.get("offering"));
      stored.put("student_no", values.get("student_no"));
      stored.put("type", known.type());
      // a file that leaves group, stream or reason open agrees with whatever came of it
      if (values.containsKey("section")) {
        stored.put("section", known.section());
      }
      if (values.containsKey("stream")) {
        stored.put("stream", known.stream());
      }
      if (values.containsKey("reason")) {
        stored.put("reason", values.get("reason"));
      }
      return Optional.of(stored);
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Verdict verdict =
          Checks.known("offering", values.get("offering"), offering(values))
              .and(Checks.known("student_no", values.get("student_no"), student(values)));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      if (values.get("section") != null) {
        verdict =
            Checks.known(
                "section", values.get("section"), section(values, "section", SectionKind.GROUP));
      }
      if (values.get("stream") != null) {
        verdict =
            verdict.and(
                Checks.known(
                    "stream",
                    values.get("stream"),
                    section(values, "stream", SectionKind.LECTURE)));
      }
      boolean same = stored(values).map(values::equals).orElse(true);
      return verdict.and(TakenOnce.again(values.get("offering"), same));
    }

    @Override
    public Verdict write(Map<String, String> values) {
      NamedSections named =
          new NamedSections(
              key(values, "section", SectionKind.GROUP),
              key(values, "stream", SectionKind.LECTURE));
      EnrolmentType type = EnrolmentType.valueOf(values.get("type"));
      String student = values.get("student_no");
      String reason = values.get("reason");
      return foreseen != null
          ? foresight.foresee(foreseen, student, offering(values), named, type, reason)
          : desk.enrol(student, offering(values).getId(), named, type, reason).verdict();
    }
  }
}
