package kz.miras.registrar.transcript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-25. For how long, and how many, links to own results a student may give.
 *
 * @param mostDays a link is good for
 * @param mostOpen links that lead somewhere at a time
 */
public record LinkTerms(int mostDays, int mostOpen) {

  private static final String RULE = "DOC-25";

  /**
   * Whether a link may be made.
   *
   * @param term the one it shows, where it shows one
   * @param terms the student has results of
   * @param days it is to be good for; null where not said
   * @param open links of the student that lead somewhere now
   */
  public Verdict judge(
      SharedPart part, String term, Collection<String> terms, Integer days, int open) {
    List<Refusal> refusals = new ArrayList<>();
    if (part == null) {
      refusals.add(Refusal.of("transcript.links.what", RULE).at("part"));
    }
    if (part == SharedPart.TERM && !terms.contains(term)) {
      refusals.add(Refusal.of("transcript.links.which", RULE).at("term"));
    }
    if (days == null || days < 1 || days > mostDays) {
      refusals.add(Refusal.of("transcript.links.days.limit", RULE, mostDays).at("days"));
    }
    if (open >= mostOpen) {
      refusals.add(Refusal.of("transcript.links.many", RULE, mostOpen));
    }
    return refusals.isEmpty()
        ? Verdict.allowed()
        : Verdict.refused(refusals.toArray(new Refusal[0]));
  }
}
