package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.PastResult;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * IMP-4. The one way by which the past enters the history of achievements, whoever brings it: a
 * batch is judged by the scale of its dates, sealed into the chains of its students in the order of
 * time, and leaves one audit entry with its hash.
 */
@ApplicationScoped
public class TakeOver {

  /** Stands where the number of the sheet is lost. */
  public static final String NO_DOCUMENT = "—";

  private static final Comparator<Ledger.Posting> BY_TIME =
      Comparator.comparing((Ledger.Posting posting) -> posting.result().term())
          .thenComparing(posting -> posting.result().date());

  @Inject private Ledger ledger;
  @Inject private AuditTrail audit;

  /**
   * Records a batch in the current transaction.
   *
   * @param batch all results of the students in it
   * @param today results of later days are refused
   * @throws RegistrarException.Refused with the findings of the first result that is none
   */
  public void post(List<Ledger.Posting> batch, LocalDate today) {
    if (batch.isEmpty()) {
      return;
    }
    List<Ledger.Posting> ordered = new ArrayList<>(batch);
    ordered.sort(BY_TIME);
    MessageDigest digest = sha256();
    for (Ledger.Posting posting : ordered) {
      Verdict verdict = past(posting).judge(today);
      if (!verdict.isAllowed()) {
        throw new RegistrarException.Refused(verdict.refusals());
      }
      digest.update(written(posting).getBytes(StandardCharsets.UTF_8));
    }
    ledger.post(ordered);
    String hash = HexFormat.of().formatHex(digest.digest());
    audit.record(
        "results.take-over", "Achievement", hash, null, "{\"results\":" + ordered.size() + "}");
  }

  private static PastResult past(Ledger.Posting posting) {
    String document = posting.source().document();
    return new PastResult(
        posting.result().grade().sign(),
        posting.result().grade().percent(),
        posting.result().date(),
        NO_DOCUMENT.equals(document) ? null : document);
  }

  private static String written(Ledger.Posting posting) {
    LedgerEntry.Outcome result = posting.result();
    return String.join(
        "|",
        String.valueOf(posting.studentId()),
        posting.discipline().code(),
        String.valueOf(posting.discipline().credits()),
        result.term().toString(),
        result.kind().name(),
        String.valueOf(result.attemptNo()),
        result.grade().sign(),
        String.valueOf(result.grade().percent()),
        result.date().toString(),
        posting.source().document() + "\n");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
