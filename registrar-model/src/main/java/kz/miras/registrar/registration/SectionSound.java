package kz.miras.registrar.registration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.shared.Language;
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

  /** REG-4. Who is moved or taken out reads why: closing and merging give a reason. */
  public static Verdict explained(String reason) {
    return reason == null || reason.isBlank()
        ? Verdict.refused(Refusal.of("registration.section.reason", "REG-4").at("reason"))
        : Verdict.allowed();
  }

  /**
   * REG-4. Only an open group that was proposed to be closed is let run by a decision.
   *
   * @param closing what was said of closing it; null for nothing
   * @param code of the group
   */
  public static Verdict letRun(SectionStatus status, SectionClosing closing, String code) {
    return status == SectionStatus.OPEN && closing == SectionClosing.PROPOSED
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.section.not-proposed", "REG-4", code));
  }

  /**
   * REG-4. A new group has a code no other of the offering has, whatever its letters' case.
   *
   * @param code as it is typed; may be null
   * @param others codes of the sections there are
   */
  public static Verdict named(String code, Collection<String> others) {
    boolean free =
        code != null
            && !code.isBlank()
            && others.stream().noneMatch(code.strip()::equalsIgnoreCase);
    return free
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("registration.section.code", "REG-4", String.valueOf(code)).at("code"));
  }

  /**
   * REG-4. Of a group that is merged nobody moves unless everybody can.
   *
   * @param without numbers of the students who find no place in the other one
   */
  public static Verdict everybodyMoves(Collection<String> without) {
    return new Verdict(
        without.stream()
            .map(student -> Refusal.of("registration.section.cannot-move", "REG-4", student))
            .toList(),
        List.of(),
        false);
  }

  /** REG-4. Why a student lands in no other group where no lessons meet: none has a seat. */
  public static Refusal noRoom() {
    return Refusal.of("registration.section.no-room", "REG-4");
  }

  /**
   * REG-11. A lesson is put where it meets other lessons of those who sit in the group only with a
   * warning: the office decides, and they are told.
   *
   * @param code of the group
   * @param students how many would have lessons that overlap and have not yet
   */
  public static Verdict lessonsMoved(String code, long students) {
    return students == 0
        ? Verdict.allowed()
        : Verdict.warning(
            Refusal.of("registration.slot.clashes", "REG-11", code, students).at("starts_at"));
  }

  /**
   * REG-22. The language of an offering is changed while nobody has it: whoever does has chosen it
   * in that language, and so has the plan of studies.
   *
   * @param code of the offering
   * @param students how many have it
   */
  public static Verdict languageKept(String code, Language now, Language wanted, int students) {
    return now == wanted || students == 0
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("registration.offering.language-taken", "REG-22", code, now, students)
                .at("language"));
  }

  /** REG-31. Seats are kept for a programme or for a group, not for both and not for nobody. */
  public static Verdict keptFor(boolean programme, boolean group) {
    return programme != group
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.reserve.whose", "REG-31").at("group"));
  }

  private static Verdict refused(String code, String field, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, "REG-12", args).at(field));
  }
}
