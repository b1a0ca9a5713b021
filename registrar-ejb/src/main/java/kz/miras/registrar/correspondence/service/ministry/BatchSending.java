package kz.miras.registrar.correspondence.service.ministry;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.correspondence.ministry.PlatformRecord;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.ministry.SaveAnswer;
import kz.miras.registrar.correspondence.ministry.SendPauses;
import kz.miras.registrar.correspondence.service.ministry.PlatformFailure.Kind;

/**
 * GOV-10, GOV-11. Sends records of one type and finds out of each what became of it: asked again
 * while the platform is silent, halved while it refuses without saying which, looked for where its
 * figures do not add up.
 */
final class BatchSending {

  private static final int SERVER_ERROR = 500;

  private final Platform platform;
  private final SendPauses pauses;
  private final Pausing pausing;

  /** How it is waited. */
  interface Pausing {
    void pause(Duration pause);
  }

  private final Set<Long> taken = new HashSet<>();
  private final Map<Long, String> refused = new HashMap<>();
  private int saved;
  private int updated;
  private int requests;
  private boolean addsUp = true;

  BatchSending(Platform platform, SendPauses pauses, Pausing pausing) {
    this.platform = platform;
    this.pauses = pauses;
    this.pausing = pausing;
  }

  /**
   * What became of a batch.
   *
   * @param taken numbers of records the platform has
   * @param refused why, by number
   * @param addsUp whether its figures always added up
   */
  record Result(
      Set<Long> taken,
      Map<Long, String> refused,
      int saved,
      int updated,
      int requests,
      boolean addsUp) {}

  /** Sends and tells; throws {@link PlatformFailure} where the platform stays silent. */
  Result send(List<PlatformRecord> records) {
    if (!records.isEmpty()) {
      deliver(records);
    }
    return new Result(taken, refused, saved, updated, requests, addsUp);
  }

  private void deliver(List<PlatformRecord> records) {
    SaveAnswer answer;
    try {
      answer = patiently(records);
    } catch (PlatformFailure failure) {
      if (failure.kind() != Kind.REFUSING) {
        throw failure;
      }
      if (records.size() == 1) {
        // an answer that tells nothing does not tell either that nothing was kept
        lookFor(records.get(0), "HTTP " + failure.status());
        return;
      }
      int half = records.size() / 2;
      deliver(records.subList(0, half));
      deliver(records.subList(half, records.size()));
      return;
    }
    saved += Math.max(0, answer.saved());
    updated += Math.max(0, answer.updated());
    answer.refused().forEach((number, errors) -> refused.put(number, String.join("; ", errors)));
    List<PlatformRecord> others =
        records.stream().filter(record -> !answer.refused().containsKey(record.id())).toList();
    if (answer.addsUp(records.size())) {
      others.forEach(record -> taken.add(record.id()));
    } else {
      addsUp = false;
      // what the platform has said nothing of, and does not have
      others.forEach(record -> lookFor(record, ""));
    }
  }

  private SaveAnswer patiently(List<PlatformRecord> records) {
    for (int attempt = 1; ; attempt++) {
      try {
        requests++;
        return platform.save(records);
      } catch (PlatformFailure failure) {
        // an error of the server may pass by itself: once more, before the batch is halved
        boolean again =
            failure.kind() == Kind.SILENT
                || failure.status() == SERVER_ERROR && attempt == 1 && records.size() > 1;
        Optional<Duration> pause = again ? pauses.after(attempt) : Optional.empty();
        if (pause.isEmpty()) {
          throw failure;
        }
        pausing.pause(pause.get());
      }
    }
  }

  private void lookFor(PlatformRecord record, String otherwise) {
    requests++;
    if (isThere(record)) {
      taken.add(record.id());
    } else {
      refused.put(record.id(), otherwise);
    }
  }

  private boolean isThere(PlatformRecord record) {
    try {
      return platform
          .one(record.type(), record.id())
          .filter(theirs -> RecordDifference.of(record, theirs).isEmpty())
          .isPresent();
    } catch (PlatformFailure failure) {
      if (failure.kind() != Kind.REFUSING) {
        throw failure;
      }
      // it cannot be read there, so nobody knows: sent again it replaces itself
      return false;
    }
  }
}
