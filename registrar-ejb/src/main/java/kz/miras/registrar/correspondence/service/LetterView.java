package kz.miras.registrar.correspondence.service;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterFileRole;
import kz.miras.registrar.correspondence.LetterLinkKind;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.service.Officers.Officer;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A letter as its page shows it; what there is none of is null.
 *
 * @param index number it is registered under
 * @param email address of the correspondent
 * @param legal last day the law leaves for an answer
 * @param late whether its day has passed and nobody is done
 * @param answers the letter it answers or is needed for
 * @param answered letters that answer it
 * @param mailState what became of the mail it went by, or whether its partner has fetched it:
 *     message key
 * @param partner whether a partner would fetch it
 * @param partnerCase the case of the partner who sent it
 */
public record LetterView(
    String id,
    LetterDirection direction,
    LetterState state,
    String index,
    LocalDate registeredOn,
    Case fileCase,
    LetterChannel channel,
    String sender,
    LetterFacts facts,
    String email,
    boolean controlled,
    LocalDate dueOn,
    LocalDate legal,
    boolean late,
    Link answers,
    List<Link> answered,
    List<Linked> links,
    String basis,
    String address,
    String drafter,
    String signatory,
    String asked,
    String executedNote,
    LocalDate executedOn,
    String deliveryNote,
    String mailState,
    String voidReason,
    boolean partner,
    Link partnerCase,
    List<Resolution> resolutions,
    List<File> files,
    List<Event> events,
    May may)
    implements Serializable {

  public LetterView {
    answered = List.copyOf(answered);
    links = List.copyOf(links);
    resolutions = List.copyOf(resolutions);
    files = List.copyOf(files);
    events = List.copyOf(events);
  }

  /** The case a letter is in. */
  public record Case(String index, LocalizedText name) implements Serializable {}

  /** Another letter. */
  public record Link(String id, String label) implements Serializable {}

  /**
   * Something a letter is about.
   *
   * @param id of the link
   * @param target public id of a student or document, index of a case
   * @param label its number or index
   * @param name of a student, of the kind of a document, of a case with its year
   */
  public record Linked(
      String id, LetterLinkKind kind, String target, String label, LocalizedText name)
      implements Serializable {}

  /** Somebody to choose. */
  public record Person(String login, String name) implements Serializable {}

  /** What was resolved; the last one stands. */
  public record Resolution(
      int number, String words, LocalDate due, String author, Instant at, List<String> executors)
      implements Serializable {

    public Resolution {
      executors = List.copyOf(executors);
    }
  }

  /**
   * A file.
   *
   * @param sha256 checksum by which anybody may tell that it is the one that was kept
   */
  public record File(
      String id, LetterFileRole role, String name, String mediaType, int size, String sha256)
      implements Serializable {

    /** Its size as people write it, kibibytes. */
    public int kib() {
      return Math.max(1, size / 1024);
    }
  }

  /** Something that happened. */
  public record Event(
      LetterAct act,
      LetterState state,
      String note,
      LocalDate before,
      LocalDate after,
      String by,
      Instant at)
      implements Serializable {}

  /** What the reader may do with the letter now. */
  public record May(
      boolean resolve,
      boolean extend,
      boolean take,
      boolean execute,
      boolean reply,
      boolean ask,
      boolean file,
      boolean markWrong,
      boolean attach,
      boolean link,
      boolean write,
      boolean agree,
      boolean giveBack,
      boolean sign,
      boolean register,
      boolean send,
      boolean deliver,
      boolean submit,
      boolean answer)
      implements Serializable {}

  /** The resolution that stands; null for none. */
  public Resolution standing() {
    return resolutions.isEmpty() ? null : resolutions.get(resolutions.size() - 1);
  }

  /** Whether the letter itself is kept as a file. */
  public boolean paper() {
    return files.stream().anyMatch(file -> file.role() == LetterFileRole.PAPER);
  }

  static List<Person> people(List<Officer> officers) {
    return officers.stream().map(one -> new Person(one.login(), one.name())).toList();
  }
}
