package kz.miras.registrar.registration.rehearsal;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.WantedLine;

/**
 * A student with wishes who comes at some moment of the registration morning.
 *
 * @param number of the student
 * @param arrives when; students of the same moment come in the order given
 * @param pools reserved pools the student may use
 * @param facts what the rules look at
 * @param wishes one a line of the plan, the most important first
 */
public record RehearsalStudent(
    String number, Instant arrives, Set<String> pools, PlanFacts facts, List<Wish> wishes)
    implements Serializable {

  /** What a line of the plan was drawn from. */
  public enum Origin {
    /** Prescribed, or owed: nothing was drawn. */
    PRESCRIBED,
    /** The catalogue of electives that is published for the year. */
    CATALOGUE,
    /** The choice block of the curriculum, for want of a published catalogue. */
    CURRICULUM
  }

  /** A line of the plan: what is wanted most, and what else would do. */
  public record Wish(List<Option> options, Origin origin) implements Serializable {

    public Wish {
      Objects.requireNonNull(origin, "origin");
      options = List.copyOf(options);
      if (options.isEmpty()) {
        throw new IllegalArgumentException("a wish without anything wished for");
      }
    }

    /** A wish for what is prescribed. */
    public Wish(List<Option> options) {
      this(options, Origin.PRESCRIBED);
    }

    /** A wish without an alternative. */
    public static Wish of(WantedLine line) {
      return new Wish(List.of(Option.of(line)));
    }
  }

  /**
   * One way to fulfil a wish.
   *
   * @param line the discipline, without sections; its language is the only one that will do, null
   *     for any
   * @param group code of the only GROUP section that will do; null for any
   * @param stream code of the only LECTURE section that will do; null for any
   */
  public record Option(WantedLine line, String group, String stream) implements Serializable {

    /** Whatever sections do. */
    public static Option of(WantedLine line) {
      return new Option(line, null, null);
    }

    /** Whether any section is named. */
    boolean isNaming() {
      return group != null || stream != null;
    }

    /** The section of a kind that is named; null for any. */
    String named(SectionKind kind) {
      return switch (kind) {
        case LECTURE -> stream;
        case GROUP -> group;
        case SUBGROUP -> null;
      };
    }
  }

  public RehearsalStudent {
    Objects.requireNonNull(arrives, "arrives");
    Objects.requireNonNull(facts, "facts");
    pools = Set.copyOf(pools);
    wishes = List.copyOf(wishes);
  }
}
