package kz.miras.registrar.correspondence.service.exchange;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.CaseSide;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.correspondence.exchange.CaseSteps;
import kz.miras.registrar.correspondence.exchange.LetterCase;
import kz.miras.registrar.correspondence.exchange.RecognisedLine;
import kz.miras.registrar.correspondence.service.exchange.CaseStore.Stored;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** PRT-13. Cases of partners at the office: seen, decided, answered. */
@Stateless
@Guarded
public class CaseDesk {

  private static final String ENTITY = "ExchangeCase";

  @Inject private CaseStore store;
  @Inject private TableRows rows;
  @Inject private PartnerOutbox outbox;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /**
   * A file of a case.
   *
   * @param size in bytes; of no meaning where it was forgotten
   * @param kept whether it may be opened
   */
  public record FileView(String id, String name, String mediaType, int size, boolean kept)
      implements Serializable {}

  /** A step a case has taken. */
  public record StepView(CaseStatus status, String side, String by, Instant at, String reason)
      implements Serializable {}

  /**
   * A case as its page shows it.
   *
   * @param forgotten since when what was submitted is not kept; null where it is (PRT-21)
   * @param next steps that may be taken here; none where a letter goes on instead
   * @param letter public id of the letter it has become; null for none
   */
  public record View(
      String id,
      String partner,
      String nameKk,
      String nameRu,
      String nameEn,
      CaseKind kind,
      String receipt,
      String subject,
      CaseStatus status,
      String reason,
      Instant received,
      Instant forgotten,
      Map<String, String> contents,
      Map<String, String> decision,
      List<FileView> files,
      List<StepView> steps,
      List<CaseStatus> next,
      String letter,
      String letterIndex)
      implements Serializable {
    public View {
      files = List.copyOf(files);
      steps = List.copyOf(steps);
      next = List.copyOf(next);
    }
  }

  /** A case by its public id. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_READ)
  public View view(String id) {
    Stored stored = stored(id);
    audit.record("exchange-case.read", ENTITY, stored.uuid(), null, null);
    return new View(
        stored.uuid(),
        stored.partner(),
        stored.nameKk(),
        stored.nameRu(),
        stored.nameEn(),
        stored.kind(),
        stored.receipt(),
        stored.subject(),
        stored.status(),
        stored.reason(),
        stored.receivedAt(),
        stored.forgotten(),
        stored.contents(),
        stored.decision(),
        rows.list(
            "SELECT uuid, name, media_type, LENGTH(content), forgotten_at FROM"
                + " exchange_case_file WHERE case_id = ? ORDER BY id",
            row ->
                new FileView(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    TableRows.instant(row, "forgotten_at") == null),
            stored.id()),
        rows.list(
            "SELECT status, side, taken_by, taken_at, reason FROM exchange_case_step WHERE case_id"
                + " = ? ORDER BY id",
            row ->
                new StepView(
                    CaseStatus.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    TableRows.instant(row, "taken_at"),
                    row.getString(5)),
            stored.id()),
        stored.letter() == null
            ? CaseSteps.next(stored.kind(), stored.status(), CaseSide.OFFICE)
            : List.of(),
        stored.letter(),
        stored.letterIndex());
  }

  private Stored stored(String id) {
    return PublicId.parse(id)
        .flatMap(uuid -> store.byUuid(uuid.toString()))
        .orElseThrow(() -> new RegistrarException.NotFound("exchange-case", id));
  }

  /**
   * A file of a case.
   *
   * @throws RegistrarException.NotFound where there is none, or it is not kept any more
   */
  @RolesAllowed(Permissions.EXCHANGE_CASE_READ)
  public PartnerFile file(String id, String file) {
    Stored stored = stored(id);
    audit.record("exchange-case.open-file", ENTITY, stored.uuid(), null, null);
    return rows.one(
            "SELECT name, media_type, sha256, content FROM exchange_case_file WHERE case_id = ? AND"
                + " uuid = ? AND forgotten_at IS NULL",
            CaseStore::file,
            stored.id(),
            PublicId.parse(file)
                .orElseThrow(() -> new RegistrarException.NotFound("exchange-case", file))
                .toString())
        .orElseThrow(() -> new RegistrarException.NotFound("exchange-case", file));
  }

  /**
   * Brings a case to a state, and tells the partner in the same transaction.
   *
   * @param protocol number of the protocol a decision stands in; null or empty for none
   * @param results what is recognised, a line each; null or empty for none
   * @param text what is told the partner beside; null or empty for nothing
   */
  @RolesAllowed(Permissions.EXCHANGE_CASE_DECIDE)
  public void move(
      String id, CaseStatus to, String reason, String protocol, String results, String text) {
    Stored known = stored(id);
    refuse(LetterCase.moves(known.letter() != null));
    refuse(
        CaseSteps.judge(known.kind(), known.status(), to, CaseSide.OFFICE, given(reason))
            .and(RecognisedLine.judge(results)));
    String by = access.current().login();
    store.move(known, to, CaseSide.OFFICE, by, given(reason));
    if (known.kind() == CaseKind.RECOGNITION && to != CaseStatus.IN_PROCESS) {
      Map<String, String> decision = new LinkedHashMap<>();
      decision.put("date", time.today().toString());
      decision.put("protocol", given(protocol) == null ? known.receipt() : protocol.strip());
      decision.put("results", given(results) == null ? "" : results.strip());
      store.decide(known, decision);
    }
    outbox.put(
        known.partnerId(),
        known.receipt(),
        known.kind().name() + "_" + to.name(),
        known.receipt(),
        known.subject(),
        given(text) == null ? given(reason) : text.strip());
    context.because(reason == null ? "" : reason);
    audit.record("exchange-case.move", ENTITY, known.uuid(), null, null);
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
