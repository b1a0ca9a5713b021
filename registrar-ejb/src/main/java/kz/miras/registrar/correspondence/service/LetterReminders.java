package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.correspondence.LetterTerm;
import kz.miras.registrar.shared.service.UniversityTime;

/** LTR-13. Reminds of letters that are due; each person of each letter once a day. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LetterReminders {

  private static final String WAITING =
      "l.void_reason IS NULL AND l.due_on IS NOT NULL AND (l.direction = 'INCOMING' AND l.state IN"
          + " ('RESOLUTION', 'IN_WORK') OR l.direction = 'INTERNAL' AND l.state = 'SENT') ORDER BY"
          + " l.id";

  @Inject private Letters letters;
  @Inject private Resolutions resolutions;
  @Inject private LetterTerms terms;
  @Inject private LetterNews news;
  @Inject private LetterRows rows;
  @Inject private UniversityTime time;

  /**
   * Reminds of all that is due.
   *
   * @return how many notices were written
   */
  public int remind() {
    return remind(time.today());
  }

  /** The same as of a day. */
  public int remind(LocalDate today) {
    LetterTerm term = terms.now();
    int told = 0;
    for (StoredLetter letter : letters.where(WAITING)) {
      if (term.reminds(letter.dueOn(), today)) {
        List<String> whom =
            letter.asked() == null ? resolutions.executors(letter.id()) : List.of(letter.asked());
        for (String login : whom) {
          told += once(letter, login, today);
        }
      }
    }
    return told;
  }

  private int once(StoredLetter letter, String login, LocalDate today) {
    int added =
        rows.change(
            "INSERT IGNORE INTO letter_reminder (letter_id, account_id, day) SELECT ?, id, ? FROM"
                + " account WHERE login = ?",
            letter.id(),
            today,
            login);
    if (added == 1) {
      news.reminded(letter, login, today);
    }
    return added;
  }
}
