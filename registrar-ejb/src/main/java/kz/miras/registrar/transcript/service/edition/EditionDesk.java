package kz.miras.registrar.transcript.service.edition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.edition.EditionLawful;
import kz.miras.registrar.transcript.edition.EditionState;
import kz.miras.registrar.transcript.edition.LineComparison;

/** DOC-30. Editions are written, proposed, put in force by somebody else, and never changed. */
@Stateless
@Guarded
public class EditionDesk {

  /** Longest content of an edition, in characters. */
  private static final int LONGEST = 2_000_000;

  /** Characters of a line that are shown where it is compared. */
  private static final int SHOWN = 600;

  @Inject private EditionStore editions;
  @Inject private Instance<EditionKeeper> keepers;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * A subject and what is in force of it.
   *
   * @param no of the edition in force; 0 for what comes with the program
   * @param since null for what comes with the program
   * @param open editions nobody has decided on
   */
  public record Standing(EditionSubject subject, int no, LocalDate since, List<Edition> open)
      implements Serializable {}

  /** What is kept by editions. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public List<EditionSubject.Sort> sorts() {
    return keepers.stream().map(EditionKeeper::sort).sorted().toList();
  }

  /** Name of a subject. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public String title(EditionSubject subject, Language language) {
    return keeper(subject.sort()).title(subject, language);
  }

  /** Every subject of a sort. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public List<Standing> standings(EditionSubject.Sort sort) {
    List<Edition> open = editions.open();
    return keeper(sort).subjects().stream().map(subject -> standing(subject, open)).toList();
  }

  /** One subject. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public Standing standing(EditionSubject subject) {
    return standing(known(subject), editions.open());
  }

  private Standing standing(EditionSubject subject, List<Edition> open) {
    OptionalLong id = editions.inForce(subject, time.today());
    List<Edition> own = open.stream().filter(one -> one.subject().equals(subject)).toList();
    if (id.isEmpty()) {
      return new Standing(subject, 0, null, own);
    }
    Edition edition = editions.byId(id.getAsLong()).orElseThrow();
    return new Standing(subject, edition.no(), edition.validFrom(), own);
  }

  /** All editions of a subject, the newest first. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public List<Edition> history(EditionSubject subject) {
    return editions.of(known(subject));
  }

  /** One edition. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public Edition edition(long id) {
    return editions.byId(id).orElseThrow(() -> new RegistrarException.NotFound("edition", id));
  }

  /** The content of an edition of a subject; number 0 is what comes with the program. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public String content(EditionSubject subject, int no) {
    if (no == 0) {
      return keeper(known(subject).sort()).shipped(subject);
    }
    return editions.of(subject).stream()
        .filter(one -> one.no() == no)
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("edition", subject + "/" + no))
        .content();
  }

  /** What an edition changes against the one before it that is, or was, in force. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public List<LineComparison.Line> changes(long id) {
    Edition edition = edition(id);
    String before =
        editions.of(edition.subject()).stream()
            .filter(one -> one.no() < edition.no() && one.state() == EditionState.APPROVED)
            .findFirst()
            .map(Edition::content)
            .orElseGet(() -> keeper(edition.subject().sort()).shipped(edition.subject()));
    return LineComparison.of(before, edition.content()).stream()
        .map(
            line ->
                line.text().length() > SHOWN
                    ? new LineComparison.Line(
                        line.change(), line.no(), line.text().substring(0, SHOWN) + "…")
                    : line)
        .toList();
  }

  /**
   * Begins a draft.
   *
   * @param no the edition its content is taken from; 0 for what comes with the program
   * @return key of the draft
   */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_EDIT)
  public long draft(EditionSubject subject, int no, String note) {
    String content = content(subject, no);
    long id = editions.add(subject, content, note, time.today(), access.current().login());
    audit.record("edition.draft", "Edition", id, null, Json.write(subject.stored()));
    return id;
  }

  /** Keeps what its author has written; whether it may be put in force is asked when it is sent. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_EDIT)
  public Verdict change(long id, String content, String note, LocalDate from) {
    Edition edition = edition(id);
    Verdict verdict = EditionLawful.own(edition.author(), access.current().login());
    if (content.length() > LONGEST) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("shared.template.size", "DOC-31", 1, String.valueOf(LONGEST))
                      .at("source")));
    }
    if (verdict.isAllowed()
        && !editions.change(id, content.replace("\r\n", "\n"), note == null ? "" : note, from)) {
      throw decided();
    }
    return verdict;
  }

  /** The values of an edition by key; none where it is a text. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public Map<String, String> values(long id) {
    Edition edition = edition(id);
    Map<String, String> values =
        edition.subject().sort() == EditionSubject.Sort.TEMPLATE
            ? Map.of()
            : EditionValues.read(edition.content());
    return values == null ? Map.of() : values;
  }

  /** The form the values of an edition are entered in. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public List<EditionForm.Group> form(EditionSubject.Sort sort) {
    return EditionForm.of(sort);
  }

  /** What the wordings of a sort may name. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public List<EditionPlace> places(EditionSubject.Sort sort) {
    return keeper(sort).places();
  }

  /** Keeps the values its author has entered. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_EDIT)
  public Verdict change(long id, Map<String, String> values, String note, LocalDate from) {
    return change(id, EditionValues.written(values), note, from);
  }

  /** What stands against putting a content in force. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public Verdict check(long id) {
    Edition edition = edition(id);
    return keeper(edition.subject().sort()).check(edition.subject(), edition.content());
  }

  /** Sends a draft to whoever decides. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_EDIT)
  public Verdict propose(long id) {
    Edition edition = edition(id);
    Verdict verdict =
        EditionLawful.own(edition.author(), access.current().login())
            .and(EditionLawful.from(edition.validFrom(), time.today()))
            .and(check(id));
    if (edition.note().isBlank()) {
      verdict = verdict.and(Verdict.refused(Refusal.of("field.required", "DAT-1").at("note")));
    }
    if (verdict.isAllowed()) {
      if (!editions.propose(id)) {
        throw decided();
      }
      audit.record("edition.propose", "Edition", id, null, Json.write(edition.note()));
    }
    return verdict;
  }

  /**
   * Puts an edition in force from its day on; its author's own approval is refused.
   *
   * @param version of the edition that was read: what was given back and changed since is not what
   *     is approved
   * @throws RegistrarException.Conflict where it stands otherwise by now
   */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_APPROVE)
  public Verdict approve(long id, int version, String decision) {
    Edition edition = edition(id);
    if (edition.version() != version) {
      throw decided();
    }
    String login = access.current().login();
    Verdict verdict =
        EditionLawful.approval(edition.author(), login, edition.validFrom(), time.today())
            .and(check(id));
    if (verdict.isAllowed()) {
      decided(edition, EditionState.PROPOSED, EditionState.APPROVED, decision);
      keeper(edition.subject().sort()).approved(edition, time.today());
    }
    return verdict;
  }

  /** Gives a proposed edition back to its author, with the reason. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_APPROVE)
  public Verdict giveBack(long id, String reason) {
    if (reason == null || reason.isBlank()) {
      return Verdict.refused(Refusal.of("field.required", "DAT-1").at("decision"));
    }
    decided(edition(id), EditionState.PROPOSED, EditionState.DRAFT, reason.strip());
    return Verdict.allowed();
  }

  /** Gives one's own edition up. */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_EDIT)
  public Verdict withdraw(long id) {
    Edition edition = edition(id);
    Verdict verdict = EditionLawful.own(edition.author(), access.current().login());
    if (verdict.isAllowed()) {
      decided(edition, edition.state(), EditionState.WITHDRAWN, null);
    }
    return verdict;
  }

  private void decided(Edition edition, EditionState from, EditionState to, String decision) {
    long id = edition.id();
    String said = decision == null || decision.isBlank() ? null : decision.strip();
    boolean open = from == EditionState.DRAFT || from == EditionState.PROPOSED;
    if (!open || !editions.decide(edition, from, to, access.current().login(), said)) {
      throw decided();
    }
    audit.record(
        "edition." + to.name().toLowerCase(Locale.ROOT),
        "Edition",
        id,
        Json.write(from.name()),
        said == null ? null : Json.write(said));
  }

  private static RegistrarException.Conflict decided() {
    return new RegistrarException.Conflict("transcript.edition.decided");
  }

  private EditionSubject known(EditionSubject subject) {
    if (!keeper(subject.sort()).knows(subject)) {
      throw new RegistrarException.NotFound("edition", subject.stored());
    }
    return subject;
  }

  private EditionKeeper keeper(EditionSubject.Sort sort) {
    return keepers.stream().filter(one -> one.sort() == sort).findFirst().orElseThrow();
  }
}
