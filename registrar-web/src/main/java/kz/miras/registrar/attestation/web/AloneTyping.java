package kz.miras.registrar.attestation.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * Entering dispositions on controls taken alone, and what was got in them; a page says in what it
 * is done.
 */
public abstract class AloneTyping implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private DispositionDesk desk;
  @Inject private Notice notice;

  private final Disposition disposition = new Disposition();
  private final Map<String, Integer> scores = new HashMap<>();
  private Map<String, String> problems = Map.of();

  /** Public id of the journal or sheet of the page. */
  protected abstract String place();

  /** Decides what was typed. */
  protected abstract Verdict decided(DispositionDesk by, Disposition typed);

  /** Lets the page be read anew: something in it has changed. */
  protected abstract void changed();

  /** Enters the disposition typed. */
  public void decide() {
    Verdict verdict = decided(desk, disposition);
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      disposition.clear();
      changed();
      notice.say("attestation.rating.decided");
    }
  }

  /** Stores the score of a control taken alone; what is refused stands beside its field. */
  public void rate(String excuse) {
    try {
      desk.rate(place(), excuse, scores.get(excuse));
      scores.remove(excuse);
      changed();
      notice.say("attestation.rating.rated");
    } catch (RegistrarException.Refused refused) {
      problems = notice.beside(excuse, refused);
    }
  }

  /** Notes that somebody did not come to a control taken alone. */
  public void missed(String excuse) {
    desk.didNotCome(place(), excuse);
    changed();
    notice.say("attestation.rating.rated");
  }

  /** What was typed of a disposition. */
  public Disposition getDisposition() {
    return disposition;
  }

  /** Scores typed, by disposition. */
  public Map<String, Integer> getScores() {
    return scores;
  }

  /** What was refused last, by field, and by disposition. */
  public Map<String, String> getProblems() {
    return problems;
  }
}
