package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.LetterPermissions;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.correspondence.DraftPolicy;
import kz.miras.registrar.correspondence.FileCase;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.service.UniversityTime;

/** Makes what the page of a letter shows. */
@ApplicationScoped
class LetterViews {

  @Inject private Letters letters;
  @Inject private LetterRows rows;
  @Inject private Correspondents correspondents;
  @Inject private FileCases cases;
  @Inject private Resolutions resolutions;
  @Inject private LetterFiles files;
  @Inject private LetterTerms terms;
  @Inject private Officers officers;
  @Inject private PartnerPost partners;
  @Inject private LetterLinks links;
  @Inject private Access access;
  @Inject private UniversityTime time;

  LetterView of(StoredLetter letter) {
    LetterFacts facts = letter.facts();
    Optional<Correspondents.Stored> known = correspondents.byKey(facts.correspondent());
    boolean came = letter.direction() == LetterDirection.INCOMING;
    LocalDate due = letter.dueOn();
    return new LetterView(
        letter.uuid().toString(),
        letter.direction(),
        letter.state(),
        letter.index(),
        letter.registeredOn(),
        fileCase(letter.caseId()),
        letter.channel(),
        letter.sender(),
        facts,
        known.map(Correspondents.Stored::email).orElse(null),
        letter.controlled(),
        due,
        came ? terms.now().legal(facts.kind(), letter.registeredOn()) : null,
        waits(letter) && due != null && due.isBefore(time.today()),
        letter.replyTo() == null ? null : link(letters.byKey(letter.replyTo()).orElseThrow()),
        letters.replies(letter.id()).stream().map(LetterViews::link).toList(),
        links.of(letter.id()),
        letter.basis(),
        letter.address(),
        officers.name(letter.drafter()),
        officers.name(letter.signatory()),
        officers.name(letter.asked()),
        letter.executedNote(),
        letter.executedOn(),
        letter.deliveryNote(),
        letter.outbox() == null ? mailState(letter.mail()) : fetched(letter.outbox()),
        letter.voidReason(),
        !came && partners.box(letter).isPresent(),
        came ? partnerCase(letter.id()) : null,
        resolutions.of(letter.id()).stream()
            .map(
                one ->
                    new LetterView.Resolution(
                        one.number(),
                        one.words(),
                        one.due(),
                        one.author(),
                        one.at(),
                        one.executors()))
            .toList(),
        files.of(letter.id()).stream()
            .map(
                one ->
                    new LetterView.File(
                        one.id(),
                        one.role(),
                        one.name(),
                        one.mediaType(),
                        one.size(),
                        one.sha256()))
            .toList(),
        events(letter.id()),
        may(letter));
  }

  private static boolean waits(StoredLetter letter) {
    return !letter.voided()
        && (letter.direction() == LetterDirection.INTERNAL
            ? letter.state() == LetterState.SENT
            : LetterState.WAITING.contains(letter.state()));
  }

  private static LetterView.Link link(StoredLetter letter) {
    String label = letter.index() == null ? letter.facts().subject() : letter.index();
    return new LetterView.Link(letter.uuid().toString(), label);
  }

  private LetterView.Case fileCase(Long id) {
    if (id == null) {
      return null;
    }
    FileCase of = cases.byKey(id).of();
    return new LetterView.Case(of.index(), of.name());
  }

  private LetterView.Link partnerCase(long letter) {
    return rows.one(
            "SELECT CAST(uuid AS CHAR), receipt FROM exchange_case WHERE letter_id = ?",
            row -> new LetterView.Link(row.getString(1), row.getString(2)),
            letter)
        .orElse(null);
  }

  private String fetched(long outbox) {
    String state =
        rows.one("SELECT state FROM partner_outbox WHERE id = ?", row -> row.getString(1), outbox)
            .orElseThrow();
    return "correspondence.fetched."
        + switch (state) {
          case "ACKNOWLEDGED" -> "yes";
          case "GIVEN_UP" -> "given-up";
          default -> "not-yet";
        };
  }

  private String mailState(Long mail) {
    return mail == null
        ? null
        : rows.one("SELECT state FROM mail WHERE id = ?", row -> row.getString(1), mail)
            .map("access.mail.state."::concat)
            .orElse(null);
  }

  private List<LetterView.Event> events(long letter) {
    return rows.list(
        "SELECT e.act, e.state, e.note, e.due_before, e.due_after, COALESCE(a.display_name,"
            + " e.done_by) AS name, e.at FROM letter_event e LEFT JOIN account a ON a.login ="
            + " e.done_by WHERE e.letter_id = ? ORDER BY e.event_no",
        row ->
            new LetterView.Event(
                LetterAct.valueOf(row.getString("act")),
                LetterState.valueOf(row.getString("state")),
                row.getString("note"),
                row.getObject("due_before", LocalDate.class),
                row.getObject("due_after", LocalDate.class),
                row.getString("name"),
                LetterRows.instant(row, "at")),
        letter);
  }

  private LetterView.May may(StoredLetter letter) {
    String me = access.current().login();
    boolean own = me.equals(letter.drafter());
    boolean came = letter.direction() == LetterDirection.INCOMING;
    boolean goes = letter.direction() == LetterDirection.OUTGOING;
    boolean asks = letter.direction() == LetterDirection.INTERNAL;
    boolean resolves = access.may(Permissions.INCOMING_RESOLVE);
    boolean edits = access.may(Permissions.INCOMING_EDIT);
    boolean registers = access.may(Permissions.OUTGOING_REGISTER);
    boolean mine =
        came
            && edits
            && DraftPolicy.executes(
                    resolutions.executes(letter.id(), access.current().accountId()), resolves)
                .isAllowed();
    boolean open = waits(letter) && came;
    return new LetterView.May(
        came && resolves && step(letter, LetterAct.RESOLVE),
        !goes
            && letter.dueOn() != null
            && (came ? resolves : access.may(Permissions.INQUIRY_SUBMIT))
            && step(letter, LetterAct.EXTEND),
        mine && step(letter, LetterAct.TAKE),
        mine && step(letter, LetterAct.EXECUTE),
        open && access.may(Permissions.OUTGOING_EDIT),
        open && access.may(Permissions.INQUIRY_DRAFT),
        (came ? edits : registers)
            && LetterSound.files(letter.direction(), letter.state(), letter.voided()).isAllowed(),
        came && edits && step(letter, LetterAct.VOID),
        LetterSound.attaches(letter.state(), letter.voided()).isAllowed()
            && (came ? edits : goes && access.may(Permissions.OUTGOING_EDIT)),
        !letter.voided() && (came ? edits : access.may(Permissions.OUTGOING_EDIT)),
        goes
            && access.may(Permissions.OUTGOING_EDIT)
            && DraftPolicy.writes(letter.state(), own).isAllowed(),
        goes
            && access.may(LetterPermissions.OUTGOING_AGREE)
            && DraftPolicy.agrees(letter.state(), own).isAllowed(),
        goes
            && DraftPolicy.returns(
                letter.state(),
                access.may(LetterPermissions.OUTGOING_AGREE),
                access.may(Permissions.OUTGOING_SIGN))
            && step(letter, LetterAct.GIVE_BACK),
        goes
            && access.may(Permissions.OUTGOING_SIGN)
            && DraftPolicy.signs(letter.state(), own).isAllowed(),
        goes && registers && step(letter, LetterAct.REGISTER_OUTGOING),
        goes && registers && step(letter, LetterAct.SEND),
        goes && registers && step(letter, LetterAct.DELIVER),
        asks && access.may(Permissions.INQUIRY_SUBMIT) && step(letter, LetterAct.SUBMIT),
        asks && me.equals(letter.asked()) && letter.state() == LetterState.SENT);
  }

  private static boolean step(StoredLetter letter, LetterAct act) {
    return act.from(letter.state(), letter.voided()).isAllowed();
  }
}
