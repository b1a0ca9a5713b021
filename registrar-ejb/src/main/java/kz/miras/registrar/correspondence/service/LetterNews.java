package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.LetterPermissions;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;

/** What people are told about letters; nobody is told what they did themselves. */
@ApplicationScoped
class LetterNews {

  private static final String KEY = "correspondence.notice.";
  private static final String PAGE = "/correspondence/letter.xhtml?id=";
  private static final int MOST = 120;

  @Inject private Notices notices;

  void received(StoredLetter letter, String responsible) {
    if (responsible != null) {
      tell(responsible, "received", letter);
    } else {
      notices.tellHolders(
          Permissions.INCOMING_EDIT, KEY + "received", page(letter), letter.index(), of(letter));
    }
  }

  void resolved(StoredLetter letter, List<String> executors, LocalDate due, String by) {
    for (String executor : executors) {
      if (!executor.equals(by)) {
        if (due == null) {
          tell(executor, "resolved-open", letter);
        } else {
          notices.tellAccount(
              executor, KEY + "resolved", page(letter), letter.index(), of(letter), due);
        }
      }
    }
  }

  void extended(StoredLetter letter, List<String> executors, LocalDate due, String by) {
    for (String executor : executors) {
      if (!executor.equals(by)) {
        notices.tellAccount(
            executor, KEY + "extended", page(letter), letter.index(), of(letter), due);
      }
    }
  }

  void toAgree(StoredLetter letter) {
    notices.tellHolders(
        LetterPermissions.OUTGOING_AGREE, KEY + "to-agree", page(letter), of(letter));
  }

  void toSign(StoredLetter letter) {
    notices.tellHolders(Permissions.OUTGOING_SIGN, KEY + "to-sign", page(letter), of(letter));
  }

  void givenBack(StoredLetter letter, String reason) {
    notices.tellAccount(
        letter.drafter(), KEY + "given-back", page(letter), of(letter), brief(reason));
  }

  void signed(StoredLetter letter) {
    notices.tellAccount(letter.drafter(), KEY + "signed", page(letter), of(letter));
  }

  void asked(StoredLetter letter) {
    notices.tellAccount(
        letter.asked(), KEY + "asked", page(letter), letter.index(), of(letter), letter.dueOn());
  }

  void answered(StoredLetter letter) {
    tell(letter.drafter(), "answered", letter);
  }

  /** A reminder on a day before, on or after the one a letter is due on. */
  void reminded(StoredLetter letter, String login, LocalDate today) {
    String what =
        letter.dueOn().isBefore(today) ? "late" : letter.dueOn().equals(today) ? "today" : "soon";
    notices.tellAccount(
        login, KEY + what, page(letter), letter.index(), of(letter), letter.dueOn());
  }

  private void tell(String login, String what, StoredLetter letter) {
    notices.tellAccount(login, KEY + what, page(letter), letter.index(), of(letter));
  }

  private static String page(StoredLetter letter) {
    return PAGE + letter.uuid();
  }

  /** What a restricted letter is about stays on its page. */
  private static String of(StoredLetter letter) {
    return letter.facts().restricted() ? "…" : brief(letter.facts().subject());
  }

  private static String brief(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }
}
