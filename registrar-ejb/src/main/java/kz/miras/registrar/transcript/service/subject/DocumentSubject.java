package kz.miras.registrar.transcript.service.subject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPeople;

/** Finds the subjects of documents of some kinds and says what is to be known of them. */
public interface DocumentSubject {

  /** Name of the version of a subject among the details of a document. */
  String VERSION = "version";

  /** The kinds it finds; each kind is found by one. */
  Set<SubjectKind> kinds();

  /**
   * A subject.
   *
   * @param details what names it beside its id, and its version
   */
  Optional<Found> find(UUID id, Map<String, String> details);

  /**
   * What is known of a subject now.
   *
   * @param kind what it really is, whichever of the finder's kinds was asked for
   * @param name without any person's name
   * @param details what a document about it keeps: what names it, and its version
   * @param settled posted, decided, over
   * @param open numbers of sheets it waits for
   * @param readable whether the caller may read it
   * @param target whose it is
   * @param people who has which part in it
   * @param stated up to which place in the history of each student its results go, by key of the
   *     student; empty where its version says what it states; asked only to prepare a document
   * @param page where it is shown
   */
  record Found(
      SubjectKind kind,
      UUID id,
      String name,
      Map<String, String> details,
      boolean settled,
      List<String> open,
      boolean readable,
      Target target,
      SubjectPeople people,
      Supplier<Map<Long, Long>> stated,
      String page) {

    public Found {
      details = Map.copyOf(details);
      open = List.copyOf(open);
    }
  }
}
