package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestSoundTest {

  private static final Set<String> WAIVABLE = RegistrationRules.waivable();

  private static RequestMatter matter(RequestKind kind) {
    if (kind == RequestKind.GROUP) {
      return RequestMatter.ofGroup(6L, 2L, null, null, null, null);
    }
    boolean section = kind == RequestKind.CLOSE_SECTION;
    return new RequestMatter(
        kind,
        section ? null : 1L,
        2L,
        kind.enrols() ? 3L : null,
        section ? 4L : null,
        kind == RequestKind.WITHDRAW ? 5L : null,
        kind.enrols() ? EnrolmentType.MAIN : null,
        kind == RequestKind.WAIVER ? "REG-2" : null);
  }

  private static List<String> fields(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::field).toList();
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @EnumSource(RequestKind.class)
  @DisplayName("REQ-1 a request that names all its kind needs is taken")
  void complete(RequestKind kind) {
    assertThat(RequestSound.asked(matter(kind), "болел", "объяснение", WAIVABLE))
        .isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @EnumSource(RequestKind.class)
  @DisplayName("REQ-1 an empty request is told everything its kind needs at once")
  void empty(RequestKind kind) {
    RequestMatter nothing = new RequestMatter(kind, null, 2L, null, null, null, null, null);
    assertThat(fields(RequestSound.asked(nothing, " ", null, WAIVABLE)))
        .containsExactlyElementsOf(
            switch (kind) {
              case EXCEED -> List.of("student", "offering", "type", "reason");
              case LATE -> List.of("student", "offering", "type", "reason", "explanation");
              case WAIVER -> List.of("student", "offering", "type", "reason", "rule");
              case WITHDRAW -> List.of("student", "enrolment", "reason");
              case GROUP -> List.of("group", "reason");
              case CLOSE_SECTION -> List.of("section", "reason");
            });
  }

  @Test
  @DisplayName("REQ-1 a group that is to get one offering says why it is taken")
  void groupInOneOffering() {
    assertThat(
            fields(
                RequestSound.asked(
                    RequestMatter.ofGroup(6L, 2L, 3L, null, null, null), "поздно", null, WAIVABLE)))
        .containsExactly("type");
  }

  @Test
  @DisplayName("REQ-1 a waiver names a rule a decision may set aside, never the hard limit")
  void rules() {
    Set<String> named = new TreeSet<>();
    Set<String> all = new TreeSet<>(WAIVABLE);
    all.addAll(List.of("REG-3", "REG-9", "REG-10", "REG-14", "REG-21", "CTL-9", "null"));
    for (String rule : all) {
      RequestMatter matter =
          new RequestMatter(RequestKind.WAIVER, 1L, 2L, 3L, null, null, EnrolmentType.MAIN, rule);
      if (RequestSound.asked(matter, "r", null, WAIVABLE).isAllowed()) {
        named.add(rule);
      }
    }
    assertThat(named).contains("REG-2", "REG-11", "REG-15", "REG-16");
    // these two have kinds of their own, the others no decision sets aside
    assertThat(named).doesNotContain("REG-6", "REG-8", "REG-3", "REG-9", "REG-10", "REG-14");
  }

  @Test
  @DisplayName("REQ-1 what an approval sets aside: the limit, the window, the named rule, nothing")
  void waives() {
    assertThat(matter(RequestKind.EXCEED).waives()).contains("REG-8");
    assertThat(matter(RequestKind.LATE).waives()).contains("REG-6");
    assertThat(matter(RequestKind.GROUP).waives()).contains("REG-6");
    assertThat(matter(RequestKind.WAIVER).waives()).contains("REG-2");
    assertThat(matter(RequestKind.WITHDRAW).waives()).isEmpty();
    assertThat(matter(RequestKind.CLOSE_SECTION).waives()).isEmpty();
  }

  @Test
  @DisplayName("REQ-1 what may be asked for where a rule refuses: its own kind, a waiver, nothing")
  void answering() {
    assertThat(answer("registration.credits", "REG-8")).contains(RequestKind.EXCEED);
    assertThat(answer("registration.window-over", "REG-6")).contains(RequestKind.LATE);
    assertThat(answer("registration.window-ahead", "REG-6")).as("it opens yet").isEmpty();
    assertThat(answer("registration.prerequisite", "REG-2")).contains(RequestKind.WAIVER);
    assertThat(answer("registration.not-in-programme", "REG-16")).contains(RequestKind.WAIVER);
    for (String rule : List.of("REG-3", "REG-9", "REG-10", "REG-14", "REG-21", "REG-30")) {
      assertThat(answer("any", rule)).as(rule).isEmpty();
    }
  }

  private static Optional<RequestKind> answer(String code, String rule) {
    return RequestSound.answering(Refusal.of(code, rule), WAIVABLE);
  }

  @Test
  @DisplayName("REQ-1 a student who asks in person has explained it by the reason")
  void inPerson() {
    RequestWords words = new RequestWords("болел", null, "справка 7").ofStudent();
    assertThat(
            RequestSound.asked(
                    matter(RequestKind.LATE), words.reason(), words.explanation(), WAIVABLE)
                .isAllowed())
        .isTrue();
    assertThat(new RequestWords("a", "b", null).ofStudent().explanation()).isEqualTo("b");
  }

  @Test
  @DisplayName("REQ-2 decided once, by another than who asked; a rejection says why")
  void decided() {
    RequestStatus open = RequestStatus.REQUESTED;
    assertThat(RequestSound.decided(open, "specialist", "director", true, null).isAllowed())
        .isTrue();
    assertThat(codes(RequestSound.decided(open, "deputy", "deputy", true, "да")))
        .containsExactly("registration.request.own");
    assertThat(codes(RequestSound.decided(open, "specialist", "director", false, " ")))
        .containsExactly("registration.request.note");
    for (RequestStatus status : RequestStatus.values()) {
      assertThat(RequestSound.decided(status, "a", "b", true, null).isAllowed())
          .isEqualTo(status == open);
    }
  }

  @Test
  @DisplayName("REQ-3 the same matter waits once; only who asked takes it back, while it waits")
  void onceAndBack() {
    assertThat(RequestSound.once(false).isAllowed()).isTrue();
    assertThat(codes(RequestSound.once(true))).containsExactly("registration.request.open");
    assertThat(RequestSound.takenBack(RequestStatus.REQUESTED, "a", "a").isAllowed()).isTrue();
    assertThat(codes(RequestSound.takenBack(RequestStatus.REQUESTED, "a", "b")))
        .containsExactly("registration.request.not-own");
    assertThat(codes(RequestSound.takenBack(RequestStatus.APPROVED, "a", "a")))
        .containsExactly("registration.request.closed");
  }

  @Test
  @DisplayName("REQ-4 carried out once, and only what is approved")
  void carriedOut() {
    RegistrationRequest request =
        new RegistrationRequest(
            matter(RequestKind.LATE),
            new RequestWords("болел", "справка", null),
            "specialist",
            Instant.EPOCH);
    assertThat(RequestSound.carriedOut(request.getStatus()).isAllowed()).isFalse();
    request.decide(true, null, "director", Instant.EPOCH);
    assertThat(RequestSound.carriedOut(request.getStatus()).isAllowed()).isTrue();
    assertThat(request.getStatus()).isEqualTo(RequestStatus.APPROVED);
    request.hindered("[]");
    assertThat(RequestSound.carriedOut(request.getStatus()).isAllowed()).isTrue();
    request.done(Instant.EPOCH);
    assertThat(request.getObstacle()).isNull();
    assertThat(codes(RequestSound.carriedOut(request.getStatus())))
        .containsExactly("registration.request.not-approved");
    assertThat(
            Arrays.stream(RequestStatus.values())
                .filter(status -> RequestSound.carriedOut(status).isAllowed()))
        .containsExactly(RequestStatus.APPROVED);
  }

  @Test
  @DisplayName("REQ-1 what is attached is a scan by its first bytes and not too large")
  void attached() {
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    assertThat(RequestSound.attached("a.exe", pdf)).isEqualTo(Verdict.allowed());
    assertThat(RequestSound.attached(null, null)).isEqualTo(Verdict.allowed());
    assertThat(RequestSound.attached("a.pdf", Arrays.copyOf(pdf, ScanType.LIMIT)).isAllowed())
        .isTrue();
    assertThat(codes(RequestSound.attached("a.pdf", Arrays.copyOf(pdf, ScanType.LIMIT + 1))))
        .containsExactly("registration.request.file");
    assertThat(RequestSound.attached("a.pdf", new byte[0]).refusals())
        .containsExactly(Refusal.of("registration.request.file", "REQ-1", "a.pdf").at("file"));
  }

  @Test
  @DisplayName("REQ-4 a group that is not closed by the decision itself is closed by hand")
  void closedByHand() {
    assertThat(RequestSound.closed(true)).isEqualTo(Verdict.allowed());
    assertThat(codes(RequestSound.closed(false))).containsExactly("registration.request.by-hand");
  }

  @Test
  @DisplayName("REQ-4 a decision about a group is carried out when nobody of it is left out")
  void wholeGroup() {
    Refusal full = Refusal.of("registration.full", "REG-3", "G1");
    Refusal late = Refusal.of("registration.window-late", "REG-6", "day");
    Map<String, List<Refusal>> two = new TreeMap<>();
    two.put("2500001", List.of(full));
    two.put("2500002", List.of(full));

    assertThat(RequestSound.wholeGroup(Map.of(), Set.of()).isAllowed()).isTrue();
    assertThat(RequestSound.wholeGroup(Map.of(), Set.of("IS22", "IK11")).refusals())
        .containsExactly(Refusal.of("registration.request.not-offered", "REQ-4", "IK11, IS22"));
    assertThat(RequestSound.wholeGroup(two, Set.of()).refusals())
        .containsExactly(
            Refusal.of("registration.request.left-out", "REQ-4", 2, "2500001, 2500002"), full);
    assertThat(RequestSound.isLate(List.of(full, late), WAIVABLE)).isTrue();
    assertThat(RequestSound.isLate(List.of(full), WAIVABLE)).isFalse();
  }

  @ParameterizedTest(name = "REQ-3 a request {0} {1} of rule {2} answers a refusal of {3}: {4}")
  @CsvSource({
    "REQUESTED, WAIVER, REG-2, REG-2,  true",
    "REQUESTED, WAIVER, REG-2, REG-17, false",
    "REQUESTED, EXCEED, ,      REG-8,  true",
    "REQUESTED, EXCEED, ,      REG-2,  false",
    "APPROVED,  WAIVER, REG-2, REG-2,  false",
    "CANCELLED, EXCEED, ,      REG-8,  false",
    "REQUESTED, WAIVER, REG-9, REG-9,  false",
  })
  void whatWaitsAnswers(
      RequestStatus status, RequestKind kind, String rule, String refused, boolean answers) {
    Refusal refusal = Refusal.of("registration.any", refused);
    assertThat(RequestSound.answers(status, kind, rule, refusal, WAIVABLE)).isEqualTo(answers);
  }

  @Test
  @DisplayName("REG-6 REG-8 with a reason and the right to, and not without, a rule is set aside")
  void consented() {
    Set<RequestKind> both = Set.of(RequestKind.LATE, RequestKind.EXCEED);
    assertThat(RequestSound.consented(both, "болел", right -> true))
        .containsExactlyInAnyOrder("REG-6", "REG-8");
    assertThat(RequestSound.consented(both, " ", right -> true)).isEmpty();
    assertThat(RequestSound.consented(both, null, right -> true)).isEmpty();
    assertThat(RequestSound.consented(both, "болел", right -> false)).isEmpty();
    assertThat(RequestSound.consented(both, "болел", RequestKind.LATE.decidedBy()::equals))
        .containsExactly("REG-6");
    assertThat(RequestSound.consented(Set.of(RequestKind.LATE), "болел", right -> true))
        .containsExactly("REG-6");
  }
}
