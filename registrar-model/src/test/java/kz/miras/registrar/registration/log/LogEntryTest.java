package kz.miras.registrar.registration.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainVerifier;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.SectionKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogEntryTest {

  private static final byte[] KEY =
      "a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8);
  private static final Instant AT = Instant.parse("2026-08-20T03:00:00.123456Z");

  private static LogEntry.Fact fact(LogAct act, int taken) {
    return new LogEntry.Fact(
        AT,
        AT.plusMillis(20),
        11L,
        act == LogAct.REFUSED ? null : 12L,
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        act,
        "ALL",
        new LogEntry.Seats(2, taken, 0),
        null,
        "student",
        null);
  }

  private static List<LogEntry> chain(LogEntry.Fact... facts) {
    SealChain seals = SealChain.of(LogEntry.chain(5), KEY);
    ChainHead head = seals.empty();
    List<LogEntry> entries = new ArrayList<>();
    for (LogEntry.Fact fact : facts) {
      head = seals.next(head, LogEntry.content(5, fact));
      entries.add(new LogEntry(5, head.position(), fact, head.seal()));
    }
    return entries;
  }

  private static boolean holds(List<LogEntry> entries) {
    return new ChainVerifier(SealChain.of(LogEntry.chain(5), KEY))
        .verify(entries.iterator(), List.of())
        .deviations()
        .isEmpty();
  }

  @Test
  @DisplayName("a section's log verifies as it was written and not with one figure changed")
  void oneFigureChangedShows() {
    List<LogEntry> entries =
        chain(fact(LogAct.TAKEN, 1), fact(LogAct.TAKEN, 2), fact(LogAct.REFUSED, 2));
    assertThat(holds(entries)).isTrue();

    List<LogEntry> changed = new ArrayList<>(entries);
    LogEntry second = entries.get(1);
    changed.set(1, new LogEntry(5, second.position(), fact(LogAct.PROMOTED, 2), second.seal()));

    assertThat(holds(changed)).isFalse();
  }

  @Test
  @DisplayName("two entries of a section's log that changed places show")
  void changedOrderShows() {
    List<LogEntry> entries = chain(fact(LogAct.TAKEN, 1), fact(LogAct.REFUSED, 1));
    LogEntry first = entries.get(0);
    LogEntry second = entries.get(1);

    assertThat(
            holds(
                List.of(
                    new LogEntry(5, 1, second.fact(), second.seal()),
                    new LogEntry(5, 2, first.fact(), first.seal()))))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(EnrolmentStatus.class)
  @DisplayName("the log names how an enrolment ended")
  void theEndIsNamed(EnrolmentStatus status) {
    LogAct act = LogAct.ending(status);

    assertThat(act.givesSeat()).isFalse();
    assertThat(act == LogAct.WITHDRAWN).isEqualTo(status == EnrolmentStatus.WITHDRAWN);
    assertThat(act == LogAct.CANCELLED).isEqualTo(status == EnrolmentStatus.CANCELLED_BY_OR);
  }

  private static LogEntry.Fact waiting(int rank, Instant since, String... pools) {
    LogEntry.Fact fact = fact(LogAct.WAITING, 2);
    return new LogEntry.Fact(
        fact.arrivedAt(),
        fact.decidedAt(),
        fact.student(),
        fact.enrolment(),
        fact.submission(),
        fact.act(),
        fact.pool(),
        fact.seats(),
        fact.verdict(),
        fact.author(),
        new LogEntry.Place(rank, since, List.of(pools)));
  }

  private static LogEntry.Fact anyOf(LogEntry.Fact fact, SectionKind kind) {
    LogEntry.Place one = fact.place();
    return new LogEntry.Fact(
        fact.arrivedAt(),
        fact.decidedAt(),
        fact.student(),
        fact.enrolment(),
        fact.submission(),
        fact.act(),
        fact.pool(),
        fact.seats(),
        fact.verdict(),
        fact.author(),
        new LogEntry.Place(one.rank(), one.since(), one.pools(), kind));
  }

  @Test
  @DisplayName(
      "REG-33 that any group will do is sealed after everything that was sealed before it existed")
  void anyGroupIsAdded() {
    LogEntry.Fact named = waiting(1, AT, "P-7", "ALL");
    byte[] before = LogEntry.content(5, named);
    byte[] any = LogEntry.content(5, anyOf(named, SectionKind.GROUP));

    assertThat(LogEntry.content(5, anyOf(named, null))).isEqualTo(before);
    assertThat(any).hasSizeGreaterThan(before.length).startsWith(before);
    assertThat(LogEntry.content(5, anyOf(named, SectionKind.LECTURE))).isNotEqualTo(any);
  }

  @Test
  @DisplayName("REG-33 class, time and seats of a place in the queue are sealed with the decision")
  void thePlaceIsSealed() {
    LogEntry first = chain(waiting(1, AT, "P-7", "ALL")).get(0);
    assertThat(holds(List.of(first))).isTrue();

    for (LogEntry.Fact other :
        List.of(
            waiting(0, AT, "P-7", "ALL"),
            waiting(1, AT.minusSeconds(1), "P-7", "ALL"),
            waiting(1, AT, "ALL"),
            anyOf(waiting(1, AT, "P-7", "ALL"), SectionKind.GROUP),
            fact(LogAct.WAITING, 2))) {
      assertThat(holds(List.of(new LogEntry(5, 1, other, first.seal())))).isFalse();
    }
  }
}
