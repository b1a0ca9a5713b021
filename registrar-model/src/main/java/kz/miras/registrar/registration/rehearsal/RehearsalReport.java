package kz.miras.registrar.registration.rehearsal;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Language;

/**
 * What a rehearsal showed.
 *
 * @param students how many came
 * @param served how many got everything they wished for, be it by an alternative
 * @param lines how many wishes were fulfilled
 * @param firstChoices of these with what was wanted most
 * @param sections every section, in order of the offerings
 * @param demand by discipline and language, the largest want of seats first
 * @param left students without a whole plan, in order of arrival; those holds stop among them
 * @param stopped students whom holds stop, in order of arrival
 * @param electives what the choices were drawn from
 */
public record RehearsalReport(
    int students,
    int served,
    int lines,
    int firstChoices,
    List<Filled> sections,
    List<Demand> demand,
    List<Left> left,
    List<Stopped> stopped,
    Electives electives)
    implements Serializable {

  public RehearsalReport {
    sections = List.copyOf(sections);
    demand = List.copyOf(demand);
    left = List.copyOf(left);
    stopped = List.copyOf(stopped);
  }

  /**
   * What the lines of choice blocks were drawn from.
   *
   * @param catalogue lines drawn from a catalogue published for the year
   * @param curriculum lines drawn from a curriculum, for want of one
   */
  public record Electives(int catalogue, int curriculum) implements Serializable {}

  /** Why a wish was not fulfilled. */
  public enum Cause implements Keyed {
    /** No seat was left; with more seats it could have been. */
    SEATS,
    /** Whatever sections one takes, lessons overlap. */
    LESSONS,
    /** A hold stands: nothing is given until it is settled. */
    HOLD,
    /** Another rule refuses it. */
    RULE,
    /** The term has no such offering. */
    NOT_OFFERED;

    @Override
    public String key() {
      return "registration.rehearsal." + name();
    }
  }

  /**
   * How a section filled.
   *
   * @param named how many named this very one as what they want most
   * @param filledAt when the last seat went; null where seats are left
   * @param filledBy how many students had come by then; 0 where seats are left
   */
  public record Filled(
      String offering,
      String section,
      SectionKind kind,
      int seats,
      int named,
      int taken,
      Instant filledAt,
      int filledBy)
      implements Serializable {

    public boolean isFull() {
      return filledAt != null;
    }
  }

  /**
   * Seats of one kind of section: a student needs one of each kind.
   *
   * @param seats of all its sections
   * @param missing seats to add there, so that nobody stays without for want of one
   */
  public record Room(SectionKind kind, int seats, int missing) implements Serializable {}

  /**
   * Demand against seats.
   *
   * @param seats of all its offerings: of the kind of section that has the fewest
   * @param wanted how many wanted it most
   * @param taken how many got it
   * @param missing seats to add, so that nobody stays without for want of one
   * @param rooms seats of its streams and of its groups, each for itself
   */
  public record Demand(
      String discipline,
      Language language,
      int seats,
      int wanted,
      int taken,
      int missing,
      List<Room> rooms)
      implements Serializable {

    public Demand {
      rooms = List.copyOf(rooms);
    }

    /** Wishes beyond the seats; 0 where there are enough. */
    public int over() {
      return Math.max(0, wanted - seats);
    }
  }

  /** A student without a whole plan. */
  public record Left(String student, List<Lost> lines) implements Serializable {

    public Left {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A wish nobody fulfilled.
   *
   * @param discipline what was wanted most
   * @param code of the refusal where a rule refuses; null else
   * @param lacking where seats are missing: of streams, of groups; empty where neither alone, or
   *     for another cause
   */
  public record Lost(
      String discipline, Language language, Cause cause, String code, List<SectionKind> lacking)
      implements Serializable {

    public Lost {
      lacking = List.copyOf(lacking);
    }

    /** For another cause than seats, or for want of seats whose kind is not told. */
    public Lost(String discipline, Language language, Cause cause, String code) {
      this(discipline, language, cause, code, List.of());
    }

    /** The same for want of seats of these kinds. */
    Lost in(List<SectionKind> kinds) {
      return new Lost(discipline, language, cause, code, kinds);
    }
  }

  /** A student who gets nothing until these holds are settled. */
  public record Stopped(String student, List<HoldFact> holds) implements Serializable {

    public Stopped {
      holds = List.copyOf(holds);
    }

    boolean isBy(HoldKind kind) {
      return holds.stream().anyMatch(hold -> hold.kind() == kind);
    }
  }

  /** How many students holds of a kind stop; who is stopped by two kinds counts for each. */
  public long stopped(HoldKind kind) {
    return stopped.stream().filter(one -> one.isBy(kind)).count();
  }

  /** Students whose lessons overlap whatever sections they take. */
  public long withoutClashFreePlan() {
    return left.stream()
        .filter(l -> l.lines().stream().anyMatch(line -> line.cause() == Cause.LESSONS))
        .count();
  }
}
