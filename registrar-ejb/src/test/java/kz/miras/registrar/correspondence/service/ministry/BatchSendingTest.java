package kz.miras.registrar.correspondence.service.ministry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import kz.miras.registrar.correspondence.ministry.PlatformRecord;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.SaveAnswer;
import kz.miras.registrar.correspondence.ministry.SendPauses;
import kz.miras.registrar.correspondence.service.ministry.BatchSending.Result;
import kz.miras.registrar.correspondence.service.ministry.PlatformFailure.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is found out of each record of a batch, whatever the platform answers. */
class BatchSendingTest {

  /** A platform that fails as it is told, and else keeps what it is sent. */
  private static final class Odd implements Platform {

    final Map<Long, Map<String, Object>> kept = new HashMap<>();
    final Deque<PlatformFailure> failures = new ArrayDeque<>();
    Long poison;

    /** Keeps everything, and answers what nobody can read. */
    boolean keepsAndFails;

    Long refuses;
    boolean miscounts;
    Long loses;

    @Override
    public SaveAnswer save(List<PlatformRecord> records) {
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      if (keepsAndFails) {
        records.forEach(record -> kept.put(record.id(), new LinkedHashMap<>(record.fields())));
        throw new PlatformFailure(Kind.REFUSING, 200, null);
      }
      if (poison != null && records.stream().anyMatch(record -> record.id() == poison)) {
        throw new PlatformFailure(Kind.REFUSING, 500, null);
      }
      Map<Long, List<String>> refused = new HashMap<>();
      int saved = 0;
      for (PlatformRecord record : records) {
        if (refuses != null && record.id() == refuses) {
          refused.put(record.id(), List.of("nationId is null"));
        } else {
          saved++;
          if (loses == null || record.id() != loses) {
            kept.put(record.id(), new LinkedHashMap<>(record.fields()));
          }
        }
      }
      return new SaveAnswer(
          records.size(), saved - (miscounts ? 1 : 0), 0, refused.size(), refused, 0);
    }

    @Override
    public List<Map<?, ?>> dictionary(String askedAs) {
      return List.of();
    }

    @Override
    public boolean delete(PlatformType type, long number) {
      return kept.remove(number) != null;
    }

    @Override
    public ReadPage page(PlatformType type, int page, int size) {
      return new ReadPage(new ArrayList<>(kept.values()), true);
    }

    @Override
    public Optional<Map<String, Object>> one(PlatformType type, long number) {
      return Optional.ofNullable(kept.get(number));
    }
  }

  private final Odd platform = new Odd();
  private final List<Duration> waited = new ArrayList<>();
  private final BatchSending sending =
      new BatchSending(
          platform,
          new SendPauses(List.of(Duration.ofSeconds(1), Duration.ofSeconds(4))),
          waited::add);

  private static List<PlatformRecord> records(int many) {
    return LongStream.rangeClosed(1, many)
        .mapToObj(
            number -> {
              LinkedHashMap<String, Object> fields = new LinkedHashMap<>();
              fields.put("termid", number);
              fields.put("year", 2193L);
              return new PlatformRecord(PlatformType.TERMS, number, fields);
            })
        .toList();
  }

  @Test
  @DisplayName("GOV-10 what the platform refuses is told with its reason, the others are taken")
  void partialFailure() {
    platform.refuses = 3L;
    Result result = sending.send(records(5));
    assertThat(result.taken()).containsExactlyInAnyOrder(1L, 2L, 4L, 5L);
    assertThat(result.refused()).containsExactlyEntriesOf(Map.of(3L, "nationId is null"));
    assertThat(result.addsUp()).isTrue();
    assertThat(result.requests()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "GOV-11 a record that makes the platform fail is found by halving, the others are taken")
  void poison() {
    platform.poison = 37L;
    Result result = sending.send(records(100));
    assertThat(result.taken()).hasSize(99).doesNotContain(37L);
    assertThat(result.refused()).containsExactlyEntriesOf(Map.of(37L, "HTTP 500"));
    assertThat(result.requests()).isLessThan(30);
  }

  @Test
  @DisplayName("GOV-11 a silent platform is asked again after longer pauses, and given up at last")
  void silence() {
    platform.failures.add(new PlatformFailure(Kind.SILENT, 503, null));
    assertThat(sending.send(records(2)).taken()).hasSize(2);
    assertThat(waited).containsExactly(Duration.ofSeconds(1));
    for (int i = 0; i < 3; i++) {
      platform.failures.add(new PlatformFailure(Kind.SILENT, 0, null));
    }
    assertThatThrownBy(() -> sending.send(records(2))).isInstanceOf(PlatformFailure.class);
    assertThat(waited)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  @DisplayName("GOV-10 what was kept behind an answer that cannot be read is found there")
  void unreadable() {
    platform.keepsAndFails = true;
    Result result = sending.send(records(5));
    assertThat(result.taken()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    assertThat(result.refused()).isEmpty();
  }

  @Test
  @DisplayName("GOV-11 a password that is not accepted is not tried again")
  void lockedOut() {
    platform.failures.add(new PlatformFailure(Kind.LOCKED_OUT, 401, null));
    assertThatThrownBy(() -> sending.send(records(2))).hasMessage("LOCKED_OUT 401");
    assertThat(waited).isEmpty();
  }

  @Test
  @DisplayName("GOV-10 where the figures do not add up each record is looked for")
  void miscounted() {
    platform.miscounts = true;
    platform.loses = 2L;
    Result result = sending.send(records(3));
    assertThat(result.addsUp()).isFalse();
    assertThat(result.taken()).containsExactlyInAnyOrder(1L, 3L);
    assertThat(result.refused()).containsKey(2L);
  }
}
