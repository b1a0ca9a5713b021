package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.shared.Language;

/**
 * What an order says beyond its kind: where its students go on. What it leaves open stays as it is.
 *
 * @param until last day of a leave or a stay elsewhere
 * @param partner the other university
 */
public record OrderTerms(
    Curriculum curriculum,
    StudentGroup group,
    Integer courseYear,
    StudyForm form,
    Language language,
    Funding funding,
    LocalDate until,
    String partner) {

  /** It says nothing more. */
  public static final OrderTerms NONE =
      new OrderTerms(null, null, null, null, null, null, null, null);

  /** One thing an order may say, by the field it is typed in. */
  public enum Term {
    CURRICULUM("to_programme"),
    GROUP("to_group"),
    COURSE("to_course_year"),
    FORM("to_study_form"),
    LANGUAGE("to_study_language"),
    FUNDING("to_funding"),
    UNTIL("until_on"),
    PARTNER("partner");

    private final String field;

    Term(String field) {
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  private static final Map<OrderKind, Set<Term>> SAYS = new EnumMap<>(OrderKind.class);

  static {
    for (OrderKind kind : OrderKind.values()) {
      SAYS.put(kind, EnumSet.noneOf(Term.class));
    }
    Set<Term> where =
        EnumSet.of(
            Term.CURRICULUM, Term.GROUP, Term.COURSE, Term.FORM, Term.LANGUAGE, Term.FUNDING);
    SAYS.put(OrderKind.ADMISSION, EnumSet.of(Term.GROUP, Term.FUNDING));
    SAYS.put(OrderKind.TRANSFER_IN, with(where, Term.PARTNER));
    SAYS.put(OrderKind.MOBILITY_IN, EnumSet.of(Term.GROUP, Term.UNTIL, Term.PARTNER));
    SAYS.put(OrderKind.LEAVE, EnumSet.of(Term.UNTIL));
    SAYS.put(OrderKind.LEAVE_EXTENSION, EnumSet.of(Term.UNTIL));
    SAYS.put(OrderKind.LEAVE_RETURN, where);
    SAYS.put(OrderKind.TRANSFER_OUT, EnumSet.of(Term.PARTNER));
    SAYS.put(OrderKind.REINSTATEMENT, where);
    SAYS.put(OrderKind.COURSE_PROMOTION, EnumSet.of(Term.GROUP));
    SAYS.put(OrderKind.REPEAT_YEAR, where);
    SAYS.put(OrderKind.TRANSFER_INSIDE, where);
    SAYS.put(OrderKind.MOBILITY_OUT, EnumSet.of(Term.UNTIL, Term.PARTNER));
  }

  private static Set<Term> with(Set<Term> terms, Term more) {
    Set<Term> all = EnumSet.copyOf(terms);
    all.add(more);
    return all;
  }

  /** What an order of a kind may say. */
  public static Set<Term> of(OrderKind kind) {
    return EnumSet.copyOf(SAYS.get(kind));
  }

  /** What it says. */
  public Set<Term> stated() {
    Set<Term> stated = EnumSet.noneOf(Term.class);
    Object[] values = {curriculum, group, courseYear, form, language, funding, until, partner};
    for (Term term : Term.values()) {
      if (values[term.ordinal()] != null) {
        stated.add(term);
      }
    }
    return stated;
  }
}
