package kz.miras.registrar.attestation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PUB-1. What of a sheet is published to its students, each part once. */
public enum SheetPart implements Keyed {
  /** РД and admission, before the exam. */
  RATING,
  /** The final results; the term of appeal runs from their publication. */
  RESULT;

  /**
   * Whether it may be published.
   *
   * @param form which columns the sheet has
   * @param published whether it was already, and nobody was left out then
   * @param rows what is typed of those it would be published to: of a rating that is not there
   *     nothing is told, and of none there is nothing to publish; who has left or is exempt counts
   *     for nothing
   */
  public Verdict judge(
      SheetStatus status, EntryForm form, boolean published, List<RowScores> rows, RuleSet rules) {
    if (published) {
      return refused("attestation.publication.done");
    }
    if (this == RESULT) {
      return status.isPosted() && form.givesFinalResult()
          ? Verdict.allowed()
          : refused("attestation.publication.not-posted");
    }
    if (!form.entersRating() || !isBeforePosting(status)) {
      return refused("attestation.publication.no-rating");
    }
    List<RowScores> told = rows.stream().filter(row -> !row.isClosed()).toList();
    long open = told.stream().filter(row -> row.admissionRating(rules).isEmpty()).count();
    return open == 0 || open < told.size()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("attestation.publication.open-ratings", "PUB-1", open));
  }

  /**
   * PUB-1. Why a rating stands: the students know it, and only a later decision on late entry lets
   * it change.
   *
   * @param published when ratings were published; null for not yet
   * @param decided when late entry was decided last; null for never
   */
  public static Optional<Refusal> ratingFixed(Instant published, Instant decided) {
    boolean stands = published != null && (decided == null || decided.isBefore(published));
    return stands
        ? Optional.of(Refusal.of("attestation.cell.rating-published", "PUB-1"))
        : Optional.empty();
  }

  /**
   * PUB-1. Why no rating is typed: it stands, or the decision that let it change has ended.
   *
   * @param until the first moment too late by that decision; null for none
   */
  public static Optional<Refusal> ratingFixed(
      Instant published, Instant decided, Instant until, Instant now) {
    boolean goesOn = until != null && now.isBefore(until);
    return ratingFixed(published, goesOn ? decided : null);
  }

  /**
   * PUB-1. What a student sees of the own row: what is published of it; ratings once results are;
   * and W, EX and NA, of which a document has told.
   *
   * @param published parts that are
   * @param carried whether the ratings were published with a sheet it continues
   */
  public static RowScores shown(RowScores row, Set<SheetPart> published, boolean carried) {
    boolean results = published.contains(RESULT);
    boolean ratings = carried || results || published.contains(RATING);
    return new RowScores(
        ratings ? row.first() : null,
        ratings ? row.second() : null,
        results ? row.score() : null,
        results || row.isClosed() || row.mark() == Mark.NA ? row.mark() : null);
  }

  private static boolean isBeforePosting(SheetStatus status) {
    return status.isFilled() || status == SheetStatus.SUBMITTED;
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of(code, "PUB-1"));
  }

  @Override
  public String key() {
    return "attestation.part." + name();
  }
}
