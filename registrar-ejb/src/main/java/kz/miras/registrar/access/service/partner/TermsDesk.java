package kz.miras.registrar.access.service.partner;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.DataGroup;
import kz.miras.registrar.access.partner.PartnerProof;
import kz.miras.registrar.access.partner.PartnerSound;
import kz.miras.registrar.access.partner.PushEndpoint;
import kz.miras.registrar.access.partner.SignatureDemand;
import kz.miras.registrar.access.partner.TermsSound;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** PRT-7, PRT-8. Terms of partners, in editions: one person proposes, another puts in force. */
@Stateless
@Guarded
public class TermsDesk {

  private static final String ENTITY = "PartnerTerms";

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /**
   * Terms as they are typed.
   *
   * @param basis the agreement they come from
   * @param addresses ranges with spaces or commas between; empty for any
   * @param purposes codes with spaces or commas between; empty where none is asked for
   * @param endpoint where the university's messages are delivered; empty where they are fetched
   */
  public record Typed(
      String basis,
      Set<String> operations,
      Set<DataGroup> groups,
      String addresses,
      String purposes,
      Integer perMinute,
      Integer perDay,
      PartnerProof proof,
      SignatureDemand signature,
      boolean signedAnswers,
      String endpoint)
      implements Serializable {
    public Typed {
      operations = Set.copyOf(operations);
      groups = Set.copyOf(groups);
    }
  }

  private record Proposal(long id, long partner, String by, String status) {}

  /**
   * Proposes terms; a proposal that waits is replaced.
   *
   * @return public id of the edition
   */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public UUID propose(String partner, Typed typed) {
    List<String> addresses = words(typed.addresses());
    Set<String> purposes = new TreeSet<>(words(typed.purposes()));
    refuse(
        TermsSound.judge(
                typed.basis(),
                typed.operations(),
                addresses,
                purposes,
                typed.perMinute(),
                typed.perDay())
            .and(PushEndpoint.judge(typed.endpoint())));
    long id = PartnerDesk.key(rows, partner);
    String login = access.current().login();
    // proposals of one partner come one after the other
    rows.one("SELECT id FROM partner WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
    rows.change(
        "UPDATE partner_terms SET status = 'REJECTED', decided_by = ?, decided_at = ? WHERE"
            + " partner_id = ? AND status = 'PROPOSED'",
        login,
        TableRows.utc(time.now()),
        id);
    int number =
        rows.one(
                "SELECT COALESCE(MAX(number), 0) + 1 FROM partner_terms WHERE partner_id = ?",
                row -> row.getInt(1),
                id)
            .orElse(1);
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO partner_terms (id, uuid, partner_id, number, basis, operations, data_groups,"
            + " addresses, purposes, per_minute, per_day, proof, signature, signed_answers, endpoint,"
            + " status, proposed_by, proposed_at) VALUES (NEXTVAL(partner_seq), ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)",
        uuid.toString(),
        id,
        number,
        typed.basis().strip(),
        StoredTerms.text(typed.operations()),
        StoredTerms.text(typed.groups()),
        String.join(" ", addresses),
        StoredTerms.text(purposes),
        typed.perMinute(),
        typed.perDay(),
        typed.proof().name(),
        typed.signature().name(),
        typed.signedAnswers(),
        typed.endpoint() == null || typed.endpoint().isBlank() ? null : typed.endpoint().strip(),
        login,
        TableRows.utc(time.now()));
    audit.record("partner.propose-terms", ENTITY, uuid, null, Json.write(typed));
    return uuid;
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : StoredTerms.words(text);
  }

  /** Puts proposed terms in force, in place of those before. */
  @RolesAllowed(Permissions.PARTNER_APPROVE)
  public void approve(String terms, String decision) {
    Proposal proposal = open(terms);
    String login = access.current().login();
    refuse(TermsSound.decides(login, proposal.by()));
    rows.change(
        "UPDATE partner_terms SET status = 'REPLACED' WHERE partner_id = ? AND status = 'IN_FORCE'",
        proposal.partner());
    decide(proposal, "IN_FORCE", decision);
    audit.record("partner.approve-terms", ENTITY, terms, null, null);
  }

  /** Turns proposed terms down. */
  @RolesAllowed(Permissions.PARTNER_APPROVE)
  public void reject(String terms, String reason) {
    Proposal proposal = open(terms);
    refuse(PartnerSound.reason(reason));
    context.because(reason);
    decide(proposal, "REJECTED", reason);
    audit.record("partner.reject-terms", ENTITY, terms, null, null);
  }

  private void decide(Proposal proposal, String status, String decision) {
    rows.change(
        "UPDATE partner_terms SET status = ?, decided_by = ?, decided_at = ?, decision = ? WHERE id"
            + " = ?",
        status,
        access.current().login(),
        TableRows.utc(time.now()),
        decision == null || decision.isBlank() ? null : decision.strip(),
        proposal.id());
  }

  private Proposal open(String terms) {
    Proposal found =
        PublicId.parse(terms)
            .flatMap(
                id ->
                    rows.one(
                        "SELECT id, partner_id, proposed_by, status FROM partner_terms WHERE uuid ="
                            + " ? FOR UPDATE",
                        row ->
                            new Proposal(
                                row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)),
                        id.toString()))
            .orElseThrow(() -> new RegistrarException.NotFound("partner", terms));
    if (!found.status().equals("PROPOSED")) {
      throw new RegistrarException.Conflict("error.conflict");
    }
    return found;
  }
}
