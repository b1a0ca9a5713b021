package kz.miras.registrar.correspondence;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** LTR-2, LTR-3, LTR-9, LTR-10. Whether what is known of a letter is enough. */
public final class LetterSound {

  /** Most characters of a subject. */
  public static final int LONGEST_SUBJECT = 500;

  /** Most characters of a letter. */
  public static final int LONGEST_BODY = 100_000;

  private static final int LONGEST_MESSAGE_ID = 250;
  private static final int MOST_SHEETS = 10_000;

  private LetterSound() {}

  /** LTR-3. Whether a letter that came may be registered on a day. */
  public static Verdict registers(LetterFacts facts, LocalDate day) {
    LocalDate dated = facts.theirDate();
    return complete(facts)
        .and(
            refuseIf(
                dated != null && dated.isAfter(day),
                "correspondence.dated-later",
                "LTR-3",
                "their_date",
                day));
  }

  /** LTR-3. Whether a letter of the office says what it has to before anybody else reads it. */
  public static Verdict writes(LetterFacts facts) {
    return complete(facts)
        .and(refuseIf(isBlank(facts.body()), "correspondence.body-needed", "LTR-3", "body"));
  }

  /** LTR-3. Whether a program names its message so that it is known when it comes again. */
  public static boolean isMessage(LetterChannel channel, String messageId) {
    return channel != null
        && channel != LetterChannel.PAPER
        && !isBlank(messageId)
        && messageId.length() <= LONGEST_MESSAGE_ID;
  }

  private static Verdict complete(LetterFacts facts) {
    return refuseIf(isBlank(facts.name()), "correspondence.name-needed", "LTR-3", "correspondent")
        .and(refuseIf(facts.kind() == null, "correspondence.kind-needed", "LTR-3", "kind"))
        .and(
            refuseIf(
                facts.category() == null, "correspondence.category-needed", "LTR-3", "category"))
        .and(
            refuseIf(
                isBlank(facts.subject()) || facts.subject().length() > LONGEST_SUBJECT,
                "correspondence.subject-needed",
                "LTR-3",
                "subject",
                LONGEST_SUBJECT))
        .and(
            refuseIf(
                facts.body() != null && facts.body().length() > LONGEST_BODY,
                "correspondence.body-long",
                "LTR-3",
                "body",
                LONGEST_BODY))
        .and(refuseIf(facts.language() == null, "correspondence.language", "LTR-3", "language"))
        .and(
            refuseIf(
                wrong(facts.sheets()) || wrong(facts.enclosures()),
                "correspondence.sheets",
                "LTR-3",
                "sheets",
                MOST_SHEETS));
  }

  private static boolean wrong(int count) {
    return count < 0 || count > MOST_SHEETS;
  }

  /** LTR-3. Whether a letter may get its number: in a case somebody has chosen. */
  public static Verdict numbers(boolean chosen) {
    return refuseIf(!chosen, "correspondence.case.needed", "LTR-3", "case");
  }

  /** LTR-4. Whether files may be added to a letter: as long as somebody has to do with it. */
  public static Verdict attaches(LetterState state, boolean voided) {
    return refuseIf(voided || state.isDone(), "correspondence.file.done", "LTR-4", "file", state);
  }

  /**
   * LTR-14. Whether a letter may be told to be about something.
   *
   * @param voided whether the letter was registered wrongly
   * @param found whether what was typed is known
   * @param there whether the letter is about it already
   */
  public static Verdict links(boolean voided, boolean found, boolean there) {
    return refuseIf(voided, "correspondence.voided", "LTR-7", "link")
        .and(refuseIf(!found, "correspondence.link.unknown", "LTR-14", "link"))
        .and(refuseIf(found && there, "correspondence.link.there", "LTR-14", "link"));
  }

  /** LTR-7. Whether a letter may be told executed without an answer: with what was done. */
  public static Verdict executes(String note) {
    return refuseIf(isBlank(note), "correspondence.executed-note", "LTR-7", "note");
  }

  /** LTR-7. Whether a letter may go into its case: an enquiry only once it is answered. */
  public static Verdict files(LetterDirection direction, LetterState state, boolean voided) {
    return LetterAct.FILE
        .from(state, voided)
        .and(
            refuseIf(
                direction == LetterDirection.INTERNAL && state == LetterState.SENT,
                "correspondence.step",
                "LTR-7",
                "",
                LetterAct.FILE,
                state));
  }

  /** LTR-2. Whether a registration may be marked as wrong: only with a reason. */
  public static Verdict voids(LetterState state, boolean voided, String reason) {
    return LetterAct.VOID
        .from(state, voided)
        .and(refuseIf(isBlank(reason), "correspondence.void-reason", "LTR-2", "void"));
  }

  /**
   * LTR-9. Whether a letter may go by a channel.
   *
   * @param address e-mail address of the correspondent; null or blank for none
   * @param paper whether the letter has been made as a file
   */
  public static Verdict sends(LetterChannel channel, String address, boolean paper) {
    return refuseIf(channel == null, "correspondence.channel-needed", "LTR-9", "channel")
        .and(
            refuseIf(
                channel == LetterChannel.EMAIL && (isBlank(address) || !address.contains("@")),
                "correspondence.no-address",
                "LTR-9",
                "address"))
        .and(refuseIf(!paper, "correspondence.no-paper", "LTR-9", ""));
  }

  /** LTR-9. Whether a partner fetches what is sent to it by its service: it is registered. */
  public static Verdict fetched(boolean partner) {
    return refuseIf(!partner, "correspondence.no-partner", "LTR-9", "channel");
  }

  /** LTR-9. Whether a letter may be told delivered: with what shows it. */
  public static Verdict delivers(LetterState state, boolean voided, String confirmation) {
    return LetterAct.DELIVER
        .from(state, voided)
        .and(
            refuseIf(
                isBlank(confirmation), "correspondence.confirmation", "LTR-9", "confirmation"));
  }

  /**
   * LTR-10. Whether a letter may tell of a person.
   *
   * @param basis the consent with its day, or the law; null or blank for none
   * @param facts how many facts it is to tell
   */
  public static Verdict tells(String basis, int facts) {
    return refuseIf(isBlank(basis), "correspondence.basis-needed", "LTR-10", "basis")
        .and(refuseIf(facts == 0, "correspondence.nothing-asked", "LTR-10", "asked"));
  }

  static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  static Verdict refuseIf(
      boolean wrong, String code, String rule, String field, Serializable... args) {
    return wrong ? Verdict.refused(Refusal.of(code, rule, args).at(field)) : Verdict.allowed();
  }
}
