package kz.miras.registrar.transcript.service;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.certificate.QuestionAnswers;

/**
 * Gathers what the documents of some families print. Callers have checked whose it is and whether
 * it may be made; nothing is written.
 */
public interface DocumentMaker {

  /** The families it makes; each family has one maker. */
  Set<DocumentFamily> families();

  /** What is asked of whoever wants such a document, in the order it is asked. */
  default List<CertificateQuestion> questions(DocumentKind kind) {
    return List.of();
  }

  /** Names of what the office may say of such a document beside the answers. */
  default Set<String> added() {
    return Set.of();
  }

  /**
   * What a kind asks, and whether it is for a student of a status.
   *
   * @param given as {@link #given} has it
   */
  record Asking(List<CertificateQuestion> questions, Verdict given) implements Serializable {

    public Asking {
      questions = List.copyOf(questions);
    }
  }

  /** What each of these kinds of the family asks, by its code; a page tells it of all at once. */
  default Map<String, Asking> askings(Collection<DocumentKind> kinds, StudentStatus status) {
    return kinds.stream()
        .collect(
            Collectors.toMap(
                DocumentKind::code, kind -> new Asking(questions(kind), given(kind, status))));
  }

  /** Whether the kind is for a student of this status, beside what holds for all kinds. */
  default Verdict given(DocumentKind kind, StudentStatus status) {
    return Verdict.allowed();
  }

  /**
   * DOC-52. Whether such a document may be asked for: what whoever asks has to say is said. What
   * the office still has to enter is no matter here.
   */
  default Verdict asked(DocumentOrder order, StudentStatus status) {
    return QuestionAnswers.judge(questions(order.kind()), order.details());
  }

  /** Whether such a document may be prepared and signed now, beside what holds for all kinds. */
  default Verdict verdict(DocumentOrder order) {
    return Verdict.allowed();
  }

  /** The same of several kinds of the family for one student, by their codes. */
  default Map<String, Verdict> verdicts(Collection<DocumentOrder> orders) {
    return orders.stream().collect(Collectors.toMap(order -> order.kind().code(), this::verdict));
  }

  /** The contents as of now. */
  Made make(DocumentOrder order, Stamp stamp);

  /**
   * What a document gets by being issued.
   *
   * @param number null in a preview, as are code and url
   * @param url where it is verified
   */
  record Stamp(String number, LocalDate date, String code, String url) implements Serializable {

    /** Of a preview. */
    public static Stamp preview(LocalDate date) {
      return new Stamp(null, date, null, null);
    }

    public boolean isPreview() {
      return number == null;
    }
  }

  /**
   * What is printed.
   *
   * @param model what the template reaches by name; {@code parts} are its pages by language
   * @param snapshot the data, stored with the document as JSON
   * @param resultsUntil place in the student's history of the last entry it rests on; null where it
   *     states no results
   * @param twins makes the same for programs, embedded in the file; not asked where no file is made
   */
  record Made(
      Map<String, Object> model,
      Serializable snapshot,
      Long resultsUntil,
      Supplier<List<Twin>> twins) {

    public Made {
      model = Map.copyOf(model);
    }

    /** Of what has no twins. */
    public Made(Map<String, Object> model, Serializable snapshot, Long resultsUntil) {
      this(model, snapshot, resultsUntil, List::of);
    }
  }

  /**
   * A file inside the file.
   *
   * @param description in English, for whoever lists the attachments
   */
  record Twin(String name, String mediaType, byte[] content, String description) {}
}
