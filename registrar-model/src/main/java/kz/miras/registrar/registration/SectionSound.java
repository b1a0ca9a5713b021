package kz.miras.registrar.registration;

import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** What holds for who teaches a section and for how many seats it has. */
public final class SectionSound {

  private SectionSound() {}

  /**
   * An appointment as it is wanted.
   *
   * @param from its first day
   * @param basis order or memo it rests on; null for none
   * @param replaces first day of the appointment it ends; null where it ends none
   * @param already whether the same person holds the duty on that day
   */
  public record Wanted(LocalDate from, String basis, LocalDate replaces, boolean already) {}

  /**
   * REG-12. A teacher or examiner is appointed inside the term; whoever is replaced stays in the
   * history, and a replacement once the term runs names its basis.
   *
   * @param begins first day of the term
   * @param ends last day of the term
   */
  public static Verdict appointed(Wanted wanted, LocalDate begins, LocalDate ends) {
    Verdict verdict = Verdict.allowed();
    if (wanted.already()) {
      verdict = verdict.and(refused("registration.staff.already", "teacher"));
    }
    if (wanted.from().isAfter(ends)) {
      verdict = verdict.and(refused("registration.staff.after-term", "valid_from", ends));
    }
    if (wanted.replaces() != null && !wanted.from().isAfter(wanted.replaces())) {
      verdict = verdict.and(refused("registration.staff.before", "valid_from", wanted.replaces()));
    }
    boolean running = wanted.from().isAfter(begins);
    boolean based = wanted.basis() != null && !wanted.basis().isBlank();
    return wanted.replaces() != null && running && !based
        ? verdict.and(refused("registration.staff.basis", "basis"))
        : verdict;
  }

  /**
   * REG-13. Seats somebody has, or that are kept for somebody, are not taken away by making a
   * section smaller.
   *
   * @param capacity all seats it is to have
   * @param taken seats somebody has
   * @param kept free seats kept for programmes and groups
   */
  public static Verdict seats(int capacity, int taken, int kept) {
    if (capacity >= taken + kept) {
      return Verdict.allowed();
    }
    Refusal refusal =
        kept == 0
            ? Refusal.of("registration.seats.taken", "REG-13", taken, capacity)
            : Refusal.of("registration.seats.kept", "REG-13", taken, kept, capacity);
    return Verdict.refused(refusal.at("capacity"));
  }

  /**
   * Seats to be kept for a programme or a group, and what there is.
   *
   * @param seats how many are to be kept in all
   * @param kept how many are kept for them already
   * @param taken how many of these somebody has
   * @param free everybody's free seats
   * @param waiting length of the queue of the section
   */
  public record Keeping(int seats, int kept, int taken, int free, int waiting) {}

  /**
   * REG-31. Only free seats nobody waits for are kept for a programme or a group, at least those
   * taken of them stay, and the day they become everybody's is ahead and inside the term.
   *
   * @param releaseOn the day; null where none was named
   * @param ends last day of the term
   */
  public static Verdict reserve(
      Keeping keeping, LocalDate releaseOn, LocalDate today, LocalDate ends) {
    Verdict verdict = Verdict.allowed();
    int more = keeping.seats() - keeping.kept();
    if (keeping.seats() < 1 || more > keeping.free()) {
      verdict =
          reserved(
              "registration.reserve.seats",
              "seats",
              keeping.seats(),
              keeping.kept() + keeping.free());
    } else if (more > 0 && keeping.waiting() > 0) {
      verdict = reserved("registration.reserve.queue", "seats", keeping.waiting());
    } else if (keeping.seats() < keeping.taken()) {
      verdict = reserved("registration.reserve.taken", "seats", keeping.taken());
    }
    return releaseOn != null && releaseOn.isAfter(today) && !releaseOn.isAfter(ends)
        ? verdict
        : verdict.and(reserved("registration.reserve.day", "release_on", today, ends));
  }

  private static Verdict reserved(String code, String field, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, "REG-31", args).at(field));
  }

  /**
   * REG-4. Only a group that is open is closed, merged or split.
   *
   * @param code of the group
   */
  public static Verdict open(SectionStatus status, String code) {
    return status == SectionStatus.OPEN
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.section.not-open", "REG-4", code));
  }

  /**
   * REG-4. A group is merged into another open one of the same discipline and kind.
   *
   * @param same whether both are of one offering and not the same
   * @param from its kind
   * @param into kind of the other
   * @param status of the other
   */
  public static Verdict merged(
      boolean same, SectionKind from, SectionKind into, SectionStatus status) {
    return same && from == into && status == SectionStatus.OPEN
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.section.other", "REG-4").at("into"));
  }

  /**
   * REG-4. A group of so many is split so that both parts have students and seats for them.
   *
   * @param moving how many go to the new group
   * @param capacity seats of the new group
   */
  public static Verdict split(int members, int moving, int capacity) {
    return moving >= 1 && moving < members && capacity >= moving
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.section.split", "REG-4", members).at("count"));
  }

  private static Verdict refused(String code, String field, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, "REG-12", args).at(field));
  }
}
