package kz.miras.registrar.correspondence.service.exchange;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.partner.PartnerGate;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.access.service.partner.PartnerOutbox.Item;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.CaseSide;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.correspondence.exchange.CaseSteps;
import kz.miras.registrar.correspondence.exchange.FileSound;
import kz.miras.registrar.correspondence.service.exchange.CaseStore.Fresh;
import kz.miras.registrar.correspondence.service.exchange.CaseStore.Stored;
import kz.miras.registrar.shared.RegistrarException;

/** PRT-13, PRT-14. What partners do with their own cases; those of others do not exist for them. */
@Stateless
@Guarded
public class PartnerCases {

  private static final String ENTITY = "ExchangeCase";

  @Inject private CaseStore store;
  @Inject private PartnerGate gate;
  @Inject private PartnerOutbox outbox;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * A case as its partner sees it.
   *
   * @param contents what was submitted
   * @param decision what people have decided; empty while nothing is
   */
  public record View(
      String receipt,
      CaseStatus status,
      String reason,
      Instant received,
      Map<String, String> contents,
      Map<String, String> decision)
      implements Serializable {
    private static View of(Stored stored) {
      return new View(
          stored.receipt(),
          stored.status(),
          stored.reason(),
          stored.receivedAt(),
          stored.contents(),
          stored.decision());
    }
  }

  /**
   * Takes a new case in; the same message once more gets the same case.
   *
   * @throws RegistrarException.Refused where a file is not taken
   */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public View submit(
      CaseKind kind,
      UUID message,
      String subject,
      Map<String, String> contents,
      List<PartnerFile> files) {
    refuse(FileSound.judge(files));
    long partner = partner();
    Stored stored =
        store
            .byMessage(partner, message)
            .orElseGet(
                () ->
                    store.add(
                        new Fresh(partner, kind, message, subject, contents, files, login())));
    audit.record("exchange-case.submit", ENTITY, stored.uuid(), null, null);
    return View.of(stored);
  }

  /** An own case. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public View view(CaseKind kind, String receipt) {
    return View.of(own(kind, receipt));
  }

  /**
   * PRT-21. An own case with what was submitted.
   *
   * @throws RegistrarException.Conflict where that is not kept any more
   */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public View whole(CaseKind kind, String receipt) {
    return View.of(kept(own(kind, receipt)));
  }

  private static Stored kept(Stored known) {
    if (known.forgotten() != null) {
      throw new RegistrarException.Conflict("access.exchange.forgotten", known.receipt());
    }
    return known;
  }

  /** Brings an own case to a state. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public View move(CaseKind kind, String receipt, CaseStatus to, String reason) {
    return move(kind, receipt, to, reason, Map.of());
  }

  /** The same, with what goes with the step. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public View move(
      CaseKind kind, String receipt, CaseStatus to, String reason, Map<String, String> more) {
    Stored known = own(kind, receipt);
    if (known.status() == to && known.contents().entrySet().containsAll(more.entrySet())) {
      return View.of(known);
    }
    step(known, to, reason);
    add(known, more);
    return View.of(own(kind, receipt));
  }

  private void step(Stored known, CaseStatus to, String reason) {
    refuse(CaseSteps.judge(known.kind(), known.status(), to, CaseSide.PARTNER, reason));
    store.move(known, to, CaseSide.PARTNER, login(), reason);
    audit.record("exchange-case.move", ENTITY, known.uuid(), null, null);
  }

  /** Changes what was submitted, as long as that is possible. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public View change(CaseKind kind, String receipt, Map<String, String> more) {
    Stored known = own(kind, receipt);
    refuse(CaseSteps.changes(known.status()));
    add(known, more);
    audit.record("exchange-case.change", ENTITY, known.uuid(), null, null);
    return View.of(own(kind, receipt));
  }

  private void add(Stored known, Map<String, String> more) {
    if (!more.isEmpty()) {
      Map<String, String> contents = new LinkedHashMap<>(known.contents());
      // numbered things replace all there were
      more.keySet().stream()
          .filter(name -> name.endsWith(".1"))
          .map(name -> name.substring(0, name.length() - 1))
          .forEach(prefix -> contents.keySet().removeIf(name -> name.startsWith(prefix)));
      contents.putAll(more);
      store.contents(known, contents);
    }
  }

  /** Ends a case with a file; with the same file once more changes nothing. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public View close(CaseKind kind, String receipt, CaseStatus to, PartnerFile file) {
    refuse(FileSound.judge(List.of(file)));
    Stored known = own(kind, receipt);
    boolean again =
        known.status() == to
            && store
                .latest(known.id())
                .filter(last -> Arrays.equals(last.sha256(), file.sha256()))
                .isPresent();
    if (again) {
      return View.of(known);
    }
    step(known, to, null);
    store.attach(known.id(), file);
    return View.of(own(kind, receipt));
  }

  /**
   * The latest file of an own case.
   *
   * @throws RegistrarException.Conflict where it is not in that state, came there without a file,
   *     or the file is not kept any more
   */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public PartnerFile file(CaseKind kind, String receipt, CaseStatus when) {
    Stored known = kept(own(kind, receipt));
    return Optional.of(known)
        .filter(one -> one.status() == when)
        .flatMap(one -> store.latest(one.id()))
        .orElseThrow(
            () -> new RegistrarException.Conflict("access.exchange.not-ready", known.status()));
  }

  /** What the university has for the partner, the oldest first. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public List<Item> outgoing(int most) {
    return outbox.waiting(partner(), most);
  }

  /** Something of it has arrived. */
  @RolesAllowed(Permissions.EXCHANGE_CASE_SUBMIT)
  public void acknowledge(UUID item) {
    if (!outbox.acknowledge(partner(), item)) {
      throw new RegistrarException.NotFound("outgoing", item);
    }
  }

  private Stored own(CaseKind kind, String receipt) {
    Stored found =
        store
            .byReceipt(receipt)
            .orElseThrow(() -> new RegistrarException.NotFound("exchange-case", receipt));
    if (found.partnerId() != partner() || found.kind() != kind) {
      audit.recordApart(Outcome.DENIED, Permissions.EXCHANGE_CASE_SUBMIT, ENTITY, found.uuid());
      throw new RegistrarException.NotFound("exchange-case", receipt);
    }
    return found;
  }

  private String login() {
    return access.current().login();
  }

  private long partner() {
    return gate.byLogin(login())
        .orElseThrow(() -> new RegistrarException.Forbidden(Permissions.EXCHANGE_CASE_SUBMIT))
        .id();
  }
}
