package kz.miras.registrar.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;

/** REQ-1 to REQ-4. What a request has to say, who decides it, and when it is carried out. */
public final class RequestSound {

  /** Rules that have a kind of request of their own. */
  private static final Set<String> OWN_KIND = Set.of("REG-6", "REG-8");

  private RequestSound() {}

  /** Whether a waiver may name the rule. */
  public static boolean mayBeNamed(String rule, Set<String> waivable) {
    return waivable.contains(rule) && !OWN_KIND.contains(rule);
  }

  /**
   * The kind of request that may answer a refusal; none where no decision sets its rule aside, or
   * where there is nothing to decide yet, as before a window opens.
   *
   * @param waivable numbers of the rules a decision may set aside
   */
  public static Optional<RequestKind> answering(Refusal refusal, Set<String> waivable) {
    if (refusal.rule().equals("REG-8")) {
      return Optional.of(RequestKind.EXCEED);
    }
    if (refusal.rule().equals("REG-6")) {
      return Set.of("registration.window-over", "registration.window-late").contains(refusal.code())
          ? Optional.of(RequestKind.LATE)
          : Optional.empty();
    }
    return mayBeNamed(refusal.rule(), waivable)
        ? Optional.of(RequestKind.WAIVER)
        : Optional.empty();
  }

  /**
   * REQ-3. Whether a request about an offering that a refusal of it speaks of may answer the
   * refusal: it waits for its decision, and would set aside what the refusal says.
   *
   * @param rule the request names; null where its kind names none
   * @param waivable numbers of the rules a decision may set aside
   */
  public static boolean answers(
      RequestStatus status, RequestKind kind, String rule, Refusal refusal, Set<String> waivable) {
    return status == RequestStatus.REQUESTED
        && answering(refusal, waivable).filter(kind::equals).isPresent()
        && (rule == null || rule.equals(refusal.rule()));
  }

  /**
   * REG-6, REG-8. Numbers of the rules whoever enrols sets aside at once, asking nobody: those a
   * request would need a decision for that is theirs. Nothing is set aside without a reason.
   *
   * @param kinds that come into question
   * @param may whether the caller has a right
   */
  public static Set<String> consented(
      Set<RequestKind> kinds, String reason, Predicate<String> may) {
    return reason == null || reason.isBlank()
        ? Set.of()
        : kinds.stream()
            .filter(kind -> may.test(kind.decidedBy()))
            .flatMap(kind -> kind.waives(null).stream())
            .collect(Collectors.toSet());
  }

  /**
   * REQ-1. A request names what its kind needs and why; a late enrolment is explained by the
   * student.
   *
   * @param waivable numbers of the rules a decision may set aside
   */
  public static Verdict asked(
      RequestMatter matter, String reason, String explanation, Set<String> waivable) {
    List<Refusal> refusals = new ArrayList<>();
    RequestKind kind = matter.kind();
    need(refusals, !kind.isPersonal() || matter.student() != null, "student");
    need(refusals, kind != RequestKind.GROUP || matter.studentGroup() != null, "group");
    need(refusals, !kind.enrols() || matter.offering() != null, "offering");
    boolean ofOne = kind == RequestKind.GROUP && matter.offering() != null;
    need(refusals, !(kind.enrols() || ofOne) || matter.type() != null, "type");
    need(refusals, kind != RequestKind.WITHDRAW || matter.enrolment() != null, "enrolment");
    need(refusals, kind != RequestKind.CLOSE_SECTION || matter.section() != null, "section");
    need(refusals, reason != null && !reason.isBlank(), "reason");
    if (kind == RequestKind.WAIVER && !mayBeNamed(String.valueOf(matter.rule()), waivable)) {
      refusals.add(Refusal.of("registration.request.rule", "REQ-1").at("rule"));
    }
    if (kind == RequestKind.LATE && (explanation == null || explanation.isBlank())) {
      refusals.add(Refusal.of("registration.request.explanation", "REQ-1").at("explanation"));
    }
    return new Verdict(refusals, List.of(), false);
  }

  private static void need(List<Refusal> refusals, boolean given, String field) {
    if (!given) {
      refusals.add(Refusal.of("registration.request.needed", "REQ-1").at(field));
    }
  }

  /** REQ-3. The same matter is asked for once at a time. */
  public static Verdict once(boolean openAlready) {
    return openAlready
        ? Verdict.refused(Refusal.of("registration.request.open", "REQ-3"))
        : Verdict.allowed();
  }

  /**
   * REQ-2. A request is decided once, by another person than who asked; a rejection says why.
   *
   * @param note words of the decision; null or blank for none
   */
  public static Verdict decided(
      RequestStatus status, String requestedBy, String decider, boolean approved, String note) {
    List<Refusal> refusals = new ArrayList<>();
    if (status != RequestStatus.REQUESTED) {
      refusals.add(Refusal.of("registration.request.closed", "REQ-2", status));
    }
    if (requestedBy.equals(decider)) {
      refusals.add(Refusal.of("registration.request.own", "REQ-2"));
    }
    if (!approved && (note == null || note.isBlank())) {
      refusals.add(Refusal.of("registration.request.note", "REQ-2").at("note"));
    }
    return new Verdict(refusals, List.of(), false);
  }

  /** REQ-3. Only who asked takes a request back, and only while it waits. */
  public static Verdict takenBack(RequestStatus status, String requestedBy, String caller) {
    List<Refusal> refusals = new ArrayList<>();
    if (status != RequestStatus.REQUESTED) {
      refusals.add(Refusal.of("registration.request.closed", "REQ-3", status));
    }
    if (!requestedBy.equals(caller)) {
      refusals.add(Refusal.of("registration.request.not-own", "REQ-3"));
    }
    return new Verdict(refusals, List.of(), false);
  }

  /**
   * REQ-1. What is attached is a scan of a kind and size that is kept.
   *
   * @param name of the file as it came; may be null
   * @param content null where nothing is attached
   */
  public static Verdict attached(String name, byte[] content) {
    boolean fits =
        content == null || (content.length <= ScanType.LIMIT && ScanType.of(content).isPresent());
    return fits
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("registration.request.file", "REQ-1", String.valueOf(name)).at("file"));
  }

  /**
   * REQ-4. A decision to close a group that cannot be closed by itself is carried out by hand.
   *
   * @param closed whether it is closed now
   */
  public static Verdict closed(boolean closed) {
    return closed
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.request.by-hand", "REQ-4"));
  }

  /**
   * REQ-4. A decision about a group is carried out when nobody of it is left out; till then it can
   * be tried again for those who are.
   *
   * @param leftOut what each of those is refused for, by number of the student
   * @param notOffered codes of disciplines nobody can be enrolled in, since nothing is offered
   */
  public static Verdict wholeGroup(
      Map<String, List<Refusal>> leftOut, Collection<String> notOffered) {
    List<Refusal> refusals = new ArrayList<>();
    if (!leftOut.isEmpty()) {
      refusals.add(
          Refusal.of(
              "registration.request.left-out",
              "REQ-4",
              leftOut.size(),
              String.join(", ", leftOut.keySet())));
      leftOut.values().stream().flatMap(List::stream).distinct().forEach(refusals::add);
    }
    if (!notOffered.isEmpty()) {
      refusals.add(
          Refusal.of(
              "registration.request.not-offered",
              "REQ-4",
              String.join(", ", new TreeSet<>(notOffered))));
    }
    return new Verdict(refusals, List.of(), false);
  }

  /**
   * Whether among these refusals is one that only a decision about a late enrolment answers.
   *
   * @param waivable numbers of the rules a decision may set aside
   */
  public static boolean isLate(Collection<Refusal> refusals, Set<String> waivable) {
    return refusals.stream()
        .anyMatch(one -> answering(one, waivable).filter(RequestKind.LATE::equals).isPresent());
  }

  /** REQ-4. What is approved is carried out once. */
  public static Verdict carriedOut(RequestStatus status) {
    return status == RequestStatus.APPROVED
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.request.not-approved", "REQ-4", status));
  }
}
