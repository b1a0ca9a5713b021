package kz.miras.registrar.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whose a thing is, in the words of {@link Scope}: a sheet has teachers and examiners, a student an
 * adviser and a school. Whoever asks for a decision says what is known; the rest stays nobody's.
 *
 * <p>Immutable; each method answers with a new value.
 */
public final class Target {

  private static final Target NOBODYS =
      new Target(null, null, Set::of, Set::of, Set.of(), Map.of());

  private final Long student;
  private final Long owner;
  private final Supplier<Set<Long>> advisers;
  private final Supplier<Set<Long>> teachers;
  private final Set<Long> examiners;
  private final Map<Scope, Set<Long>> bodies;

  private Target(
      Long student,
      Long owner,
      Supplier<Set<Long>> advisers,
      Supplier<Set<Long>> teachers,
      Set<Long> examiners,
      Map<Scope, Set<Long>> bodies) {
    this.student = student;
    this.owner = owner;
    this.advisers = advisers;
    this.teachers = teachers;
    this.examiners = examiners;
    this.bodies = bodies;
  }

  /** A thing that belongs to nobody in particular: only {@link Scope#ALL} reaches it. */
  public static Target nobodys() {
    return NOBODYS;
  }

  /** What concerns this student. */
  public static Target ofStudent(Long student) {
    return new Target(student, null, Set::of, Set::of, Set.of(), Map.of());
  }

  /** The item, application or letter of this account. */
  public Target ownedBy(Long account) {
    return new Target(student, account, advisers, teachers, examiners, bodies);
  }

  /** The adviser is this teacher; null where there is none. */
  public Target advisedBy(Long teacher) {
    return advisedByAny(teacher == null ? Set.of() : Set.of(teacher));
  }

  /** Advised by any of these teachers: the adviser, and whoever replaces the adviser. */
  public Target advisedByAny(Collection<Long> ids) {
    Set<Long> known = Set.copyOf(ids);
    return advisedByAny(() -> known);
  }

  /** The same, found out only where it decides; asked once or more, it answers the same. */
  public Target advisedByAny(Supplier<Set<Long>> ids) {
    return new Target(student, owner, ids, teachers, examiners, bodies);
  }

  /** Named teachers. */
  public Target taughtBy(Collection<Long> ids) {
    Set<Long> known = Set.copyOf(ids);
    return taughtBy(() -> known);
  }

  /** The same, found out only where it decides. */
  public Target taughtBy(Supplier<Set<Long>> ids) {
    return new Target(student, owner, advisers, ids, examiners, bodies);
  }

  /** Appointed examiners. */
  public Target examinedBy(Collection<Long> ids) {
    return new Target(student, owner, advisers, teachers, Set.copyOf(ids), bodies);
  }

  /** Belongs to the school; null where it belongs to none. */
  public Target inSchool(Long school) {
    return with(Scope.OWN_SCHOOL, school);
  }

  /** Lies before the commission. */
  public Target before(Long commission) {
    return with(Scope.OWN_COMMISSION, commission);
  }

  /** Is covered by the agreement. */
  public Target under(Long agreement) {
    return with(Scope.BY_AGREEMENT, agreement);
  }

  private Target with(Scope scope, Long id) {
    if (id == null) {
      return this;
    }
    Map<Scope, Set<Long>> more = new EnumMap<>(Scope.class);
    more.putAll(bodies);
    more.put(scope, Set.of(id));
    return new Target(student, owner, advisers, teachers, examiners, more);
  }

  Long student() {
    return student;
  }

  Long owner() {
    return owner;
  }

  Set<Long> advisers() {
    return advisers.get();
  }

  Set<Long> teachers() {
    return teachers.get();
  }

  Set<Long> examiners() {
    return examiners;
  }

  Set<Long> bodies(Scope scope) {
    return bodies.getOrDefault(scope, Set.of());
  }
}
