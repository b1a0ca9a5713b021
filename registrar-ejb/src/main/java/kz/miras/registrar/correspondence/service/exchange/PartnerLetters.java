package kz.miras.registrar.correspondence.service.exchange;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.partner.PartnerOutbox.Item;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.FileSound;
import kz.miras.registrar.correspondence.exchange.LetterCase;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.ReceivedFile;
import kz.miras.registrar.correspondence.service.ReceivedLetter;
import kz.miras.registrar.correspondence.service.exchange.CaseStore.Stored;
import kz.miras.registrar.correspondence.service.exchange.PartnerCases.View;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;

/**
 * PRT-13, LTR-3. Letters of partners: each is registered as a letter of the office in the
 * transaction that takes it, in the name of who has called; the partner follows it by its receipt.
 */
@Stateless
@Guarded
public class PartnerLetters {

  private static final int NUMBER = 100;

  @Inject private PartnerCases cases;
  @Inject private CaseStore store;
  @Inject private LetterDesk desk;
  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private LetterEnclosures enclosures;

  /**
   * What a letter of a partner says.
   *
   * @param number and date are the partner's own
   * @param inReplyTo receipt of an earlier letter whose reply it answers; null for none
   * @param contents all that was submitted, as texts in their order
   */
  public record Letter(
      String number,
      LocalDate date,
      String subject,
      String text,
      String inReplyTo,
      Map<String, String> contents)
      implements Serializable {}

  /**
   * A letter as its partner sees it.
   *
   * @param number under which the office has registered it; null where it is not
   */
  public record Registered(View view, String number) implements Serializable {}

  /** The organisation that calls. */
  private record Partner(long id, String bin, String name) {}

  /**
   * Takes a letter in and registers it; the same message once more gets the same letter.
   *
   * @throws RegistrarException.Refused where it is not whole or a file is not taken
   */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public Registered submit(UUID message, Letter letter, List<PartnerFile> files) {
    refuse(FileSound.judge(files));
    View view =
        cases.submit(CaseKind.LETTER, message, letter.subject(), letter.contents(), List.of());
    Stored known = store.byReceipt(view.receipt()).orElseThrow();
    if (known.letter() == null) {
      store.becomes(known, desk.receive(received(message, letter, files)).id());
    }
    return new Registered(view, number(view));
  }

  private ReceivedLetter received(UUID message, Letter letter, List<PartnerFile> files) {
    Partner partner =
        rows.one(
                "SELECT p.id, p.bin, p.name_ru FROM partner p JOIN account a ON a.id ="
                    + " p.account_id WHERE a.login = ?",
                row -> new Partner(row.getLong(1), row.getString(2), row.getString(3)),
                access.current().login())
            .orElseThrow();
    return new ReceivedLetter(
        LetterChannel.SOAP,
        access.current().login(),
        message.toString(),
        partner.bin(),
        new LetterFacts(
            null,
            partner.name(),
            Fitted.to(NUMBER, letter.number()),
            letter.date(),
            LetterKind.LETTER,
            LetterCategory.OTHER,
            letter.subject(),
            letter.text(),
            Language.RU,
            0,
            files.size(),
            false),
        null,
        letter.inReplyTo() == null ? null : reply(partner.id(), letter.inReplyTo()),
        files.stream().map(file -> new ReceivedFile(file.name(), file.content())).toList());
  }

  /** Number of the latest reply to an earlier letter of the partner; null where there is none. */
  private String reply(long partner, String receipt) {
    return rows.one(
            "SELECT r.letter_index FROM exchange_case c JOIN letter r ON r.reply_to = c.letter_id"
                + " WHERE c.receipt = ? AND c.partner_id = ? AND r.direction = 'OUTGOING' AND"
                + " r.letter_index IS NOT NULL ORDER BY r.id DESC LIMIT 1",
            row -> row.getString(1),
            receipt,
            partner)
        .orElse(null);
  }

  private String number(View view) {
    return store.byReceipt(view.receipt()).orElseThrow().letterIndex();
  }

  /** How far an own letter is. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public Registered view(String receipt) {
    View view = cases.view(CaseKind.LETTER, receipt);
    return new Registered(view, number(view));
  }

  /** Something for the caller, with the files that go with it. */
  public record Handed(Item item, List<PartnerFile> files) implements Serializable {
    public Handed {
      files = List.copyOf(files);
    }
  }

  /**
   * What is handed to the caller at once, the oldest first.
   *
   * @param more whether more waits
   */
  public record Waiting(List<Handed> handed, boolean more) implements Serializable {
    public Waiting {
      handed = List.copyOf(handed);
    }
  }

  /** What the university has for the caller, as much as one answer takes. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public Waiting outgoing(int most) {
    List<Item> waiting = cases.outgoing(most + 1);
    List<Handed> handed = new ArrayList<>();
    long together = 0;
    for (Item item : waiting.subList(0, Math.min(most, waiting.size()))) {
      List<PartnerFile> files = files(item.id());
      together += files.stream().mapToLong(file -> file.content().length).sum();
      if (!LetterCase.goesAlong(handed.size(), together)) {
        break;
      }
      handed.add(new Handed(item, files));
    }
    return new Waiting(handed, waiting.size() > handed.size());
  }

  /** The files of a letter the office has put out for the caller; none of anything else. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public List<PartnerFile> files(UUID item) {
    return enclosures.of(item, access.current().login());
  }
}
