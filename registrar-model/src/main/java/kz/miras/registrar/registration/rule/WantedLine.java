package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.shared.Language;

/**
 * A discipline a student wants in a term, with all that the rules look at.
 *
 * @param discipline its code
 * @param credits of the discipline
 * @param type why it is taken
 * @param source where in the student's plan it comes from
 * @param language it is taught in; null where that is not known yet
 * @param standing how it stands in the history
 * @param attemptNo number of this attempt, from 1
 * @param owed whether it should have been passed before
 * @param prerequisites how each prerequisite stands, by code
 * @param corequisites how each discipline to be studied together with it stands, by code
 * @param choiceBlock the block it is chosen from; null for none
 * @param open whether it is offered and takes students
 * @param refused whether the office has decided to open no group of it in this language
 * @param sections where seats are wanted; empty while only the discipline is chosen
 * @param replaces code of the discipline of the term it is to replace; null for none
 * @param paid whether it is paid; null where nothing is to be paid
 * @param unpriced what it is to be paid for, where no price is in force for that; null otherwise
 * @param purpose what it serves in the summer semester; null outside it
 * @param planned whether the approved plan of the summer semester has it, and, where a seat is
 *     wanted, its group is opened; null outside the summer
 * @param waived numbers of the rules a decision has set aside for this very line
 * @param exceedTo credits of the term up to which REG-8 was set aside for it; null for any number
 * @param explained whether it was explained in writing why it comes late
 * @param room what the electives of the curriculum leave for a minor; null for other types
 * @param taught languages it is taught in; empty where that is not asked
 * @param joined the language the office has merged the wanted one into; null for none
 * @param followed whether it is of the minor the student follows by a decision
 */
public record WantedLine(
    String discipline,
    int credits,
    EnrolmentType type,
    LineSource source,
    Language language,
    Standing standing,
    int attemptNo,
    Owed owed,
    Map<String, NeededStanding> prerequisites,
    Map<String, NeededStanding> corequisites,
    String choiceBlock,
    boolean open,
    boolean refused,
    List<SectionFact> sections,
    String replaces,
    Boolean paid,
    PaymentPurpose unpriced,
    SummerPurpose purpose,
    Boolean planned,
    Set<String> waived,
    Integer exceedTo,
    boolean explained,
    ElectiveRoom room,
    Set<Language> taught,
    Language joined,
    boolean followed)
    implements Serializable {

  public WantedLine {
    Objects.requireNonNull(discipline, "discipline");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(owed, "owed");
    prerequisites = NeededStanding.ordered(prerequisites);
    corequisites = NeededStanding.ordered(corequisites);
    sections = List.copyOf(sections);
    waived = Set.copyOf(waived);
    taught = Set.copyOf(taught);
  }

  /** A discipline of the programme nothing speaks against; the facts are then added. */
  public static Builder of(String discipline, int credits) {
    return new Builder(discipline, credits);
  }

  /** When it meets, in all its sections. */
  public List<LessonTime> lessons() {
    return sections.stream().flatMap(section -> section.lessons().stream()).toList();
  }

  /** Whether it should have been passed before. */
  public boolean isOwed() {
    return owed != Owed.NOTHING || standing == Standing.FAILED;
  }

  /** Whether a seat is wanted, not only the discipline chosen. */
  public boolean wantsSeat() {
    return !sections.isEmpty();
  }

  /** The same line as another line of the plan sees it: as taken. */
  TakenLine asTaken() {
    return new TakenLine(discipline, credits, type, false, replaces, choiceBlock, lessons());
  }

  /** Collects the facts of a line. */
  public static final class Builder {
    private final String discipline;
    private final int credits;
    private EnrolmentType type = EnrolmentType.MAIN;
    private LineSource source = LineSource.PROGRAMME;
    private Language language;
    private Standing standing = Standing.NONE;
    private int attemptNo = 1;
    private Owed owed = Owed.NOTHING;
    private final Map<String, NeededStanding> prerequisites = new TreeMap<>();
    private final Map<String, NeededStanding> corequisites = new TreeMap<>();
    private String choiceBlock;
    private boolean open = true;
    private boolean refused;
    private List<SectionFact> sections = List.of();
    private String replaces;
    private Boolean paid;
    private PaymentPurpose unpriced;
    private SummerPurpose purpose;
    private Boolean planned;
    private Set<String> waived = Set.of();
    private Integer exceedTo;
    private boolean explained;
    private ElectiveRoom room;
    private Set<Language> taught = Set.of();
    private Language joined;
    private boolean followed;

    private Builder(String discipline, int credits) {
      this.discipline = discipline;
      this.credits = credits;
    }

    public Builder as(EnrolmentType type) {
      this.type = type;
      return this;
    }

    public Builder from(LineSource source) {
      this.source = source;
      return this;
    }

    public Builder in(Language language) {
      this.language = language;
      return this;
    }

    /** How the discipline itself stands, and how often it was tried before. */
    public Builder after(Standing standing, int attempts) {
      this.standing = standing;
      this.attemptNo = attempts + 1;
      return this;
    }

    public Builder owed(Owed owed) {
      this.owed = owed;
      return this;
    }

    public Builder needs(String code, NeededStanding standing) {
      prerequisites.put(code, standing);
      return this;
    }

    public Builder together(String code, NeededStanding standing) {
      corequisites.put(code, standing);
      return this;
    }

    public Builder chosenFrom(String block) {
      this.choiceBlock = block;
      return this;
    }

    public Builder open(boolean open) {
      this.open = open;
      return this;
    }

    public Builder refused(boolean refused) {
      this.refused = refused;
      return this;
    }

    public Builder at(List<SectionFact> sections) {
      this.sections = sections;
      return this;
    }

    public Builder insteadOf(String discipline) {
      this.replaces = discipline;
      return this;
    }

    public Builder paid(Boolean paid) {
      this.paid = paid;
      return this;
    }

    public Builder unpriced(PaymentPurpose purpose) {
      this.unpriced = purpose;
      return this;
    }

    public Builder serving(SummerPurpose purpose) {
      this.purpose = purpose;
      return this;
    }

    public Builder planned(Boolean planned) {
      this.planned = planned;
      return this;
    }

    public Builder waived(Set<String> rules) {
      this.waived = rules;
      return this;
    }

    public Builder exceedTo(Integer credits) {
      this.exceedTo = credits;
      return this;
    }

    public Builder explained(boolean explained) {
      this.explained = explained;
      return this;
    }

    /** The electives a minor is taken in, and whether the student follows it by a decision. */
    public Builder within(ElectiveRoom room, boolean ofMinor) {
      this.room = room;
      this.followed = ofMinor;
      return this;
    }

    public Builder taught(Set<Language> languages) {
      this.taught = languages;
      return this;
    }

    public Builder joined(Language other) {
      this.joined = other;
      return this;
    }

    /** The line with the facts given so far. */
    public WantedLine build() {
      return new WantedLine(
          discipline,
          credits,
          type,
          source,
          language,
          standing,
          attemptNo,
          owed,
          prerequisites,
          corequisites,
          choiceBlock,
          open,
          refused,
          sections,
          replaces,
          paid,
          unpriced,
          purpose,
          planned,
          waived,
          exceedTo,
          explained,
          room,
          taught,
          joined,
          followed);
    }
  }
}
