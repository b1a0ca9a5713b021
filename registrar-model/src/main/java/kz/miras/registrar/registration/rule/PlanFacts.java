package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.student.StudentStatus;

/**
 * What all wanted lines of one student in one term share.
 *
 * @param now moment of the decision in the zone of the university
 * @param status of the student
 * @param courseYear course, from 1
 * @param graduating whether it is the last course of the programme
 * @param studyLanguage language the student studies in; null where languages are not compared
 * @param gpa grade point average so far; null where there is none yet
 * @param kind of the term
 * @param weeks of study in the term; null where not known
 * @param office whether the office acts on the student's behalf: windows do not bind it until
 *     changes end
 * @param complete whether this is the whole plan of the term, not a step towards it
 * @param window the window to choose disciplines in as it stands for this student
 * @param seats the window to take seats in; where it is open, disciplines may be chosen too
 * @param changesUntil first moment after the student's changes; null where nothing is dropped
 * @param holds in force
 * @param taken lines that count in the term already
 * @param choices choice blocks due in the term
 * @param waived numbers of the rules a decision has set aside for this student
 * @param left credits of the programme the student can still take in the term, what the term has of
 *     it included; null where that is not asked
 * @param together codes of all disciplines of the request, those whose turn comes later too
 */
public record PlanFacts(
    ZonedDateTime now,
    StudentStatus status,
    Level level,
    int courseYear,
    boolean graduating,
    Language studyLanguage,
    BigDecimal gpa,
    TermKind kind,
    Integer weeks,
    boolean office,
    boolean complete,
    WindowFact window,
    WindowFact seats,
    Instant changesUntil,
    List<HoldFact> holds,
    List<TakenLine> taken,
    List<ChoiceFact> choices,
    Set<String> waived,
    Integer left,
    Set<String> together)
    implements Serializable {

  public PlanFacts {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(seats, "seats");
    holds = List.copyOf(holds);
    taken = List.copyOf(taken);
    choices = List.copyOf(choices);
    waived = Set.copyOf(waived);
    together = Set.copyOf(together);
  }

  /** A studying student without anything taken, in a regular term whose window is not open. */
  public static Builder of(Level level, ZonedDateTime now) {
    return new Builder(level, now);
  }

  /** The line of the term with this discipline. */
  public Optional<TakenLine> line(String discipline) {
    for (TakenLine line : taken) {
      if (line.discipline().equals(discipline)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** The same facts where lines without a seat are wanted anew: what is wanted stands for them. */
  public PlanFacts wanting(List<WantedLine> lines) {
    List<TakenLine> others =
        taken.stream()
            .filter(
                line ->
                    !line.chosen()
                        || lines.stream().noneMatch(w -> w.discipline().equals(line.discipline())))
            .toList();
    return others.size() == taken.size() ? this : copy().taken(others).build();
  }

  /**
   * The same facts for one line of a plan: the others of the plan count as taken.
   *
   * @param plan all its lines as taken
   * @param self place of the line that is judged
   */
  PlanFacts alongside(List<TakenLine> plan, int self) {
    if (plan.size() < 2) {
      return this;
    }
    List<TakenLine> others = new ArrayList<>(plan);
    others.remove(self);
    // what is taken gives way to what is wanted instead; another line of the plan stays till then
    List<TakenLine> more = new ArrayList<>(taken);
    more.removeIf(
        line -> others.stream().anyMatch(other -> line.discipline().equals(other.replaces())));
    more.addAll(others);
    return copy().taken(more).build();
  }

  /** A builder that begins with these facts. */
  public Builder copy() {
    Builder copy = new Builder(level, now);
    copy.status = status;
    copy.courseYear = courseYear;
    copy.graduating = graduating;
    copy.studyLanguage = studyLanguage;
    copy.gpa = gpa;
    copy.kind = kind;
    copy.weeks = weeks;
    copy.office = office;
    copy.complete = complete;
    copy.window = window;
    copy.seats = seats;
    copy.changesUntil = changesUntil;
    copy.holds = holds;
    copy.taken = taken;
    copy.choices = choices;
    copy.waived = waived;
    copy.left = left;
    copy.together = together;
    return copy;
  }

  /** Collects the facts of a student and a term. */
  public static final class Builder {
    private final Level level;
    private final ZonedDateTime now;
    private StudentStatus status = StudentStatus.STUDYING;
    private int courseYear = 1;
    private boolean graduating;
    private Language studyLanguage;
    private BigDecimal gpa;
    private TermKind kind = TermKind.REGULAR;
    private Integer weeks;
    private boolean office;
    private boolean complete;
    private WindowFact window = WindowFact.NONE;
    private WindowFact seats = WindowFact.NONE;
    private Instant changesUntil;
    private List<HoldFact> holds = List.of();
    private List<TakenLine> taken = List.of();
    private List<ChoiceFact> choices = List.of();
    private Set<String> waived = Set.of();
    private Integer left;
    private Set<String> together = Set.of();

    private Builder(Level level, ZonedDateTime now) {
      this.level = level;
      this.now = now;
    }

    public Builder status(StudentStatus status) {
      this.status = status;
      return this;
    }

    public Builder course(int year, boolean last) {
      this.courseYear = year;
      this.graduating = last;
      return this;
    }

    public Builder studyLanguage(Language language) {
      this.studyLanguage = language;
      return this;
    }

    public Builder gpa(BigDecimal gpa) {
      this.gpa = gpa;
      return this;
    }

    public Builder term(TermKind kind, Integer weeks) {
      this.kind = kind;
      this.weeks = weeks;
      return this;
    }

    public Builder office(boolean office) {
      this.office = office;
      return this;
    }

    public Builder complete(boolean complete) {
      this.complete = complete;
      return this;
    }

    /** One window for both, the choice of disciplines and the seats. */
    public Builder window(WindowFact window) {
      return windows(window, window);
    }

    /**
     * The window of each stage.
     *
     * @param choosing where disciplines may be chosen
     * @param seating where seats are taken
     */
    public Builder windows(WindowFact choosing, WindowFact seating) {
      this.window = choosing;
      this.seats = seating;
      return this;
    }

    public Builder changesUntil(Instant moment) {
      this.changesUntil = moment;
      return this;
    }

    public Builder holds(List<HoldFact> holds) {
      this.holds = holds;
      return this;
    }

    public Builder taken(List<TakenLine> taken) {
      this.taken = taken;
      return this;
    }

    public Builder choices(List<ChoiceFact> choices) {
      this.choices = choices;
      return this;
    }

    public Builder waived(Set<String> rules) {
      this.waived = rules;
      return this;
    }

    public Builder left(Integer credits) {
      this.left = credits;
      return this;
    }

    public Builder together(Set<String> disciplines) {
      this.together = disciplines;
      return this;
    }

    /** The facts given so far. */
    public PlanFacts build() {
      return new PlanFacts(
          now,
          status,
          level,
          courseYear,
          graduating,
          studyLanguage,
          gpa,
          kind,
          weeks,
          office,
          complete,
          window,
          seats,
          changesUntil,
          holds,
          taken,
          choices,
          waived,
          left,
          together);
    }
  }
}
