package kz.miras.registrar.shared.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that may be a minute old, so that whoever makes thousands of documents asks the database
 * once for all of them. For what changes rarely and decides nothing: never for rights.
 */
public final class KeptBriefly<K, V> {

  private static final Duration KEPT = Duration.ofSeconds(60);
  private static final int MOST = 500;

  private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();

  private record Answer<V>(Instant at, V value) {}

  /** The answer to a question, asked anew where it is older than a minute. */
  public V of(K question, Instant now, Function<K, V> asked) {
    Answer<V> known = answers.get(question);
    if (known == null || known.at().plus(KEPT).isBefore(now) || known.at().isAfter(now)) {
      if (answers.size() >= MOST) {
        answers.clear();
      }
      known = new Answer<>(now, asked.apply(question));
      answers.put(question, known);
    }
    return known.value();
  }
}
