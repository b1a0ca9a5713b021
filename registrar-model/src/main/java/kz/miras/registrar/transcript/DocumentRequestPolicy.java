package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;

/**
 * DOC-1, DOC-41 to DOC-46, DOC-49. What may be asked for, and what has to be there before its
 * document is prepared.
 */
public final class DocumentRequestPolicy {

  /** Copies made for one request. */
  public static final int MOST_COPIES = 20;

  /** Letters of the shortest reason an override is allowed by. */
  public static final int SHORTEST_REASON = 10;

  private DocumentRequestPolicy() {}

  /**
   * What somebody wants, as far as rules ask about it.
   *
   * @param address where it is sent; null where it is not
   */
  public record Wanted(
      List<Language> languages, int copies, DocumentDelivery delivery, String address)
      implements Serializable {

    public Wanted {
      languages = List.copyOf(languages);
    }
  }

  /**
   * DOC-1. Whether documents of a kind are prepared at present, of what this one is about.
   *
   * @param about null for a student
   */
  public static Verdict issues(DocumentKind kind, SubjectKind about) {
    return kind.enabled() && kind.subject() == about ? Verdict.allowed() : not(kind);
  }

  /** DOC-1. Says that they are not. */
  static Verdict not(DocumentKind kind) {
    return refused("transcript.prepare.kind", "DOC-1", "kind", kind.name());
  }

  /** DOC-1. Whether whoever prepares a document says how it is to be. */
  public static Verdict says(List<Language> languages, int copies) {
    return languages.isEmpty() || copies < 1 || copies > MOST_COPIES
        ? refused("transcript.prepare.what", "DOC-1", "languages")
        : Verdict.allowed();
  }

  /** DOC-41. Whether it says which kind is asked for. */
  public static Verdict names(String kind) {
    return kind == null || kind.isBlank()
        ? refused("transcript.ask.kind", "DOC-41", "kind")
        : Verdict.allowed();
  }

  /** DOC-41. Whether a kind may be asked for this way by, or for, such a student. */
  public static Verdict offers(DocumentKind kind, DocumentChannel channel, StudentStatus status) {
    if (!kind.enabled() || !kind.isAboutStudent()) {
      return refused("transcript.ask.disabled", "DOC-41", "kind", kind.name());
    }
    Verdict verdict =
        kind.channels().contains(channel)
            ? Verdict.allowed()
            : refused("transcript.ask.channel", "DOC-41", "kind", kind.name());
    return isFor(kind, status)
        ? verdict
        : verdict.and(refused("transcript.ask.student", "DOC-41", "kind", kind.name(), status));
  }

  private static boolean isFor(DocumentKind kind, StudentStatus status) {
    return switch (kind.family()) {
      case TRANSCRIPT ->
          kind.code().equals(DocumentKind.TRANSCRIPT_EXPELLED)
              == (status == StudentStatus.EXPELLED);
      case DIPLOMA_SUPPLEMENT, EUROPEAN_SUPPLEMENT -> status == StudentStatus.GRADUATED;
      case STUDY_PLAN -> status.isInContingent();
      default -> true;
    };
  }

  /** DOC-41. Whether it says all the office needs. */
  public static Verdict asks(Wanted wanted) {
    Verdict verdict =
        wanted.languages().isEmpty()
            ? refused("transcript.ask.language", "DOC-41", "languages")
            : Verdict.allowed();
    if (wanted.copies() < 1 || wanted.copies() > MOST_COPIES) {
      verdict = verdict.and(refused("transcript.ask.copies", "DOC-41", "copies", MOST_COPIES));
    }
    boolean nowhere = wanted.address() == null || wanted.address().isBlank();
    return wanted.delivery() == DocumentDelivery.POST && nowhere
        ? verdict.and(refused("transcript.ask.address", "DOC-41", "address"))
        : verdict;
  }

  /** DOC-42 to DOC-46. Whether the document may be prepared now, with every reason against it. */
  public static Verdict prepares(DocumentRequestFacts facts) {
    Verdict verdict = facts.kind().awaitsResults() ? facts.awaited().verdict() : Verdict.allowed();
    if (facts.channel() == DocumentChannel.COUNTER && !facts.identified()) {
      verdict = verdict.and(refused("transcript.ask.identity", "DOC-43", "identity"));
    }
    verdict = verdict.and(consents(facts.channel(), facts.consent()));
    if (facts.owed() != null) {
      verdict = verdict.and(refused("transcript.ask.unpaid", "DOC-45", "fee", facts.owed()));
    }
    return verdict.and(holds(facts.kind(), facts.ordered(), facts.holds()));
  }

  /** DOC-44. Whether the student agrees, where an organisation asks. */
  public static Verdict consents(DocumentChannel channel, String consent) {
    return channel == DocumentChannel.PARTNER && (consent == null || consent.isBlank())
        ? refused("transcript.ask.consent", "DOC-44", "consent")
        : Verdict.allowed();
  }

  /**
   * DOC-46. What holds a student back holds back a document of a kind the university has set so;
   * never a transcript due on expulsion, nor what a state body asks for.
   */
  public static Verdict holds(DocumentKind kind, boolean ordered, List<HoldFact> holds) {
    boolean free = ordered || !kind.held() || kind.code().equals(DocumentKind.TRANSCRIPT_EXPELLED);
    return free
        ? Verdict.allowed()
        : Verdict.refused(
            holds.stream()
                .map(
                    hold ->
                        Refusal.of("transcript.ask.held", "DOC-46", hold.reason(), hold.contact()))
                .toArray(Refusal[]::new));
  }

  /**
   * DOC-42. Whether sheets that are awaited may be passed over: there are some, and it says why.
   */
  public static Verdict overrides(AwaitedSheets awaited, String reason) {
    if (awaited.sheets().isEmpty()) {
      return refused("transcript.override.nothing", "DOC-42", "");
    }
    return reason == null || reason.strip().length() < SHORTEST_REASON
        ? refused("transcript.override.reason", "DOC-42", "override-reason", SHORTEST_REASON)
        : Verdict.allowed();
  }

  /**
   * DOC-45. Whether a payment may be marked: one is asked for and not marked, and the mark names a
   * document and a day that has come.
   */
  public static Verdict pays(boolean owed, LocalDate paidOn, String document, LocalDate today) {
    Verdict verdict =
        owed ? Verdict.allowed() : refused("transcript.fee.nothing", "DOC-45", "paid-document");
    if (document == null || document.isBlank()) {
      verdict = verdict.and(refused("transcript.fee.document", "DOC-45", "paid-document"));
    }
    return paidOn == null || paidOn.isAfter(today)
        ? verdict.and(refused("transcript.fee.day", "DOC-45", "paid-on"))
        : verdict;
  }

  /** DOC-49. Whether a request may still be taken back or rejected. */
  public static Verdict ends(DocumentRequestStatus status) {
    return status.isOpen() ? Verdict.allowed() : refused("transcript.ask.underway", "DOC-49", "");
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
