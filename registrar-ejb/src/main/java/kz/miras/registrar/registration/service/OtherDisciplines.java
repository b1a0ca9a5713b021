package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.service.Candidates.Known;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.payment.Payments;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * What a student may ask for beside what the programme prescribes for the term: a passed discipline
 * to raise the mark, a later one ahead of its term, a debt, an additional one; from what is
 * offered.
 */
@Stateless
@Guarded
public class OtherDisciplines {

  /** How many disciplines a search shows. */
  public static final int MOST = 30;

  /** What the office may consent to for somebody the rules refuse it. */
  private static final Set<EnrolmentType> CONSENTED =
      EnumSet.of(EnrolmentType.ADDITIONAL, EnrolmentType.MINOR);

  /** Of an earlier term; what is owed there no more is beyond the programme. */
  private static final List<EnrolmentType> OWED =
      List.of(EnrolmentType.DIFFERENCE, EnrolmentType.DEBT, EnrolmentType.ADDITIONAL);

  private static final String FIND =
      "SELECT DISTINCT d.id, d.code FROM offering o JOIN discipline d ON d.id = o.discipline_id"
          + " WHERE o.term_id = ? AND o.status = 'OPEN' AND (? <> '' AND (d.code LIKE ? OR d.name_kk"
          + " LIKE ? OR d.name_ru LIKE ? OR d.name_en LIKE ?) OR ? = '' AND d.id IN (SELECT"
          + " i.discipline_id FROM curriculum_item i WHERE i.curriculum_id = ? UNION SELECT i.discipline_id"
          + " FROM curriculum_item i JOIN curriculum c ON c.id = i.curriculum_id JOIN student_minor m"
          + " ON m.programme_id = c.programme_id WHERE m.student_id = ?)) ORDER BY d.code LIMIT "
          + (MOST + 1);
  private static final String NAMED = "SELECT id, code FROM discipline WHERE code IN (%s)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StudentScope scope;
  @Inject private PlanWishes terms;
  @Inject private TermPictures pictures;
  @Inject private StudentCourses courses;
  @Inject private Catalogue catalogue;
  @Inject private Candidates candidates;
  @Inject private Payments payments;
  @Inject private Access access;

  /**
   * A discipline that may be asked for.
   *
   * @param kinds what it may be taken as, the usual one first; never empty
   */
  public record Other(Candidate candidate, List<Kind> kinds) implements Serializable {}

  /**
   * What a discipline may be taken as.
   *
   * @param consent whether the office has to approve it first (REG-16)
   */
  public record Kind(EnrolmentType type, boolean consent) implements Serializable {}

  /**
   * What a credit costs.
   *
   * @param credit price by order; null while none is in force
   * @param basis the order; null while none is in force
   */
  public record Price(BigDecimal credit, String basis) implements Serializable {

    public BigDecimal amount(int credits) {
      return credit == null ? null : credit.multiply(BigDecimal.valueOf(credits));
    }
  }

  /**
   * Offered disciplines whose code or name has this text; without one, those of the student's own
   * curriculum and of the minor.
   *
   * @param student public id or number
   * @param term code of the term
   * @return at most one more than is shown, in order of their codes
   */
  @RolesAllowed({Permissions.PLAN_MAKE, Permissions.PLAN_READ})
  public List<Other> find(String student, String term, String text) {
    Student found = scope.visible(student, Permissions.PLAN_MAKE, Permissions.PLAN_READ);
    Term wanted = terms.term(term);
    String asked = text == null ? "" : text.strip();
    String like = "%" + asked.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return others(
        found,
        wanted,
        ids(
            FIND,
            wanted.getId(),
            asked,
            like,
            like,
            like,
            like,
            asked,
            found.getCurriculum().getId(),
            found.getId()),
        Map.of());
  }

  /**
   * The same of these disciplines, be they offered or not.
   *
   * @param types what each is taken as already, by code; null for nothing yet
   */
  @RolesAllowed({Permissions.PLAN_MAKE, Permissions.PLAN_READ})
  public List<Other> named(String student, String term, Map<String, EnrolmentType> types) {
    Student found = scope.visible(student, Permissions.PLAN_MAKE, Permissions.PLAN_READ);
    Set<String> codes = types.keySet();
    String places = "?" + ", ?".repeat(Math.max(0, codes.size() - 1));
    return codes.isEmpty()
        ? List.of()
        : others(
            found, terms.term(term), ids(String.format(NAMED, places), codes.toArray()), types);
  }

  /** What is to be paid for in a term, and its price today. */
  @RolesAllowed({Permissions.PLAN_MAKE, Permissions.PLAN_READ})
  public Map<EnrolmentType, Price> prices(String student, String term) {
    Student found = scope.visible(student, Permissions.PLAN_MAKE, Permissions.PLAN_READ);
    Term wanted = terms.term(term);
    Map<EnrolmentType, Price> prices = new EnumMap<>(EnrolmentType.class);
    for (EnrolmentType type : EnrolmentType.values()) {
      PaymentPurpose.of(type, wanted.getType().isSummer())
          .ifPresent(
              purpose ->
                  prices.put(
                      type,
                      payments
                          .price(purpose, found.getProgramme().getLevel(), wanted)
                          .map(order -> new Price(order.getPrice(), order.basis()))
                          .orElse(new Price(null, null))));
    }
    return prices;
  }

  private List<Other> others(
      Student student, Term term, List<Long> ids, Map<String, EnrolmentType> types) {
    List<Discipline> disciplines = new ArrayList<>(catalogue.disciplines(ids));
    disciplines.sort(Comparator.comparing(Discipline::getCode));
    Set<String> codes = new TreeSet<>();
    disciplines.forEach(discipline -> codes.add(discipline.getCode()));
    Known known =
        candidates.offered(student, candidates.known(student, term, disciplines), term, codes);
    Map<Long, PlannedItem> items = new HashMap<>();
    candidates.items(student, term).forEach(item -> items.put(item.discipline().getId(), item));
    boolean office = access.may(Permissions.ENROL_ONBEHALF);
    TermPicture picture = pictures.of(student, term, disciplines, Set.of(), office, Set.of());
    int ahead =
        courses
            .place(student, term, items.values().stream().map(PlannedItem::termNo).toList())
            .ahead();
    List<Other> others = new ArrayList<>();
    for (Discipline discipline : disciplines) {
      PlannedItem item = items.get(discipline.getId());
      List<Kind> kinds = new ArrayList<>();
      if (!known.studied().contains(discipline.getId())) {
        types(known.past(discipline).standing(), item, ahead)
            .forEach(type -> kind(picture, student, discipline, type).ifPresent(kinds::add));
      }
      // what needs nobody's consent is the usual one
      kinds.sort(Comparator.comparing(Kind::consent));
      EnrolmentType given = types.get(discipline.getCode());
      if (given != null && kinds.stream().noneMatch(kind -> kind.type() == given)) {
        kinds.add(0, kind(picture, student, discipline, given).orElse(new Kind(given, false)));
      }
      if (!kinds.isEmpty()) {
        others.add(
            new Other(
                known.candidate(item == null ? PlannedItem.beyond(discipline) : item), kinds));
      }
    }
    return others;
  }

  /** A kind, unless the rules refuse it by more than asking for the office's consent. */
  private static Optional<Kind> kind(
      TermPicture picture, Student student, Discipline discipline, EnrolmentType type) {
    Verdict verdict =
        picture.ofType(Wish.chosen(discipline.getId(), type, student.getStudyLanguage()));
    boolean lawful =
        verdict.isAllowed()
            || CONSENTED.contains(type)
                && verdict.refusals().stream().map(Refusal::rule).allMatch("REG-16"::equals);
    return lawful ? Optional.of(new Kind(type, !verdict.isAllowed())) : Optional.empty();
  }

  /** What a student with this past may sensibly ask for; the rules have the last word. */
  static List<EnrolmentType> types(Standing standing, PlannedItem item, int ahead) {
    return switch (standing) {
      case PASSED -> List.of(EnrolmentType.GPA_RAISE);
      case FAILED -> List.of(EnrolmentType.RETAKE, EnrolmentType.DIFFERENCE);
      case NONE -> {
        if (item == null || item.cycle() == Cycle.ADDITIONAL) {
          yield List.of(EnrolmentType.ADDITIONAL, EnrolmentType.MINOR);
        }
        if (item.termNo() >= ahead) {
          yield List.of(EnrolmentType.MAIN);
        }
        yield OWED;
      }
    };
  }

  private List<Long> ids(String sql, Object... values) {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("disciplines cannot be found", e);
    }
  }
}
