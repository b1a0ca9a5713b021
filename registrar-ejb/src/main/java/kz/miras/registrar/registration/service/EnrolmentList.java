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
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rule.TakenOnce;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.RecordList;

/** Enrolments by file; every row passes the same rules as one made by hand. */
@ApplicationScoped
public class EnrolmentList implements RecordList {

  private static final String ACTIVE =
      "SELECT st.student_no, e.offering_id, e.type, (SELECT sc.code FROM enrolment_place p JOIN"
          + " section sc ON sc.id = p.section_id WHERE p.enrolment_id = e.id AND sc.kind = 'GROUP'"
          + " LIMIT 1) AS section FROM enrolment e JOIN student st ON st.id = e.student_id WHERE"
          + " e.status = 'ENROLLED'";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private RegistrationDesk desk;

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
    return new Records();
  }

  /** Who is enrolled already. */
  private record Known(String type, String section) {}

  private final class Records implements Sheet {

    private final Map<String, Offering> streams = new HashMap<>();
    private final Map<String, Section> groups = new HashMap<>();
    private final Map<String, Known> enrolled = new HashMap<>();

    Records() {
      Map<Long, String> terms = new HashMap<>();
      calendars.terms().forEach(term -> terms.put(term.getId(), term.getCode()));
      offerings.all().forEach(o -> streams.put(terms.get(o.getTermId()) + " " + o.getCode(), o));
      for (Section section : offerings.sections()) {
        if (section.getKind() == SectionKind.GROUP) {
          groups.put(section.getOffering().getId() + " " + section.getCode(), section);
        }
      }
      try (Connection connection = database.getConnection();
          PreparedStatement select = connection.prepareStatement(ACTIVE);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          enrolled.put(
              row.getString("student_no") + " " + row.getLong("offering_id"),
              new Known(row.getString("type"), row.getString("section")));
        }
      } catch (SQLException e) {
        throw new IllegalStateException("enrolments cannot be read", e);
      }
    }

    private Offering offering(Map<String, String> values) {
      return streams.get(values.get("term") + " " + values.get("offering"));
    }

    private Section group(Map<String, String> values) {
      return groups.get(offering(values).getId() + " " + values.get("section"));
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      Known known = enrolled.get(values.get("student_no") + " " + offering(values).getId());
      if (known == null) {
        return Optional.empty();
      }
      Map<String, String> stored = new LinkedHashMap<>();
      stored.put("term", values.get("term"));
      stored.put("offering", values.get("offering"));
      stored.put("student_no", values.get("student_no"));
      stored.put("type", known.type());
      // a file that leaves the group or the reason open agrees with whatever came of it
      if (values.containsKey("section")) {
        stored.put("section", known.section());
      }
      if (values.containsKey("reason")) {
        stored.put("reason", values.get("reason"));
      }
      return Optional.of(stored);
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Verdict verdict = Checks.known("offering", values.get("offering"), offering(values));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      if (values.get("section") != null) {
        verdict = Checks.known("section", values.get("section"), group(values));
      }
      boolean same = stored(values).map(values::equals).orElse(true);
      return verdict.and(TakenOnce.again(values.get("offering"), same));
    }

    @Override
    public Verdict write(Map<String, String> values) {
      Section group = values.get("section") == null ? null : group(values);
      return desk.enrol(
              values.get("student_no"),
              offering(values).getId(),
              group == null ? null : group.getId(),
              EnrolmentType.valueOf(values.get("type")),
              values.get("reason"))
          .verdict();
    }
  }
}
