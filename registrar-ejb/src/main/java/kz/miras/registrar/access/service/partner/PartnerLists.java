package kz.miras.registrar.access.service.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.CallOutcome;
import kz.miras.registrar.access.partner.MessageState;
import kz.miras.registrar.access.partner.OutgoingKind;
import kz.miras.registrar.access.partner.OutgoingState;
import kz.miras.registrar.access.partner.PartnerState;
import kz.miras.registrar.access.partner.PushFailure;
import kz.miras.registrar.access.partner.SignatureDemand;
import kz.miras.registrar.access.partner.SignatureFinding;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Partners and their calls as lists. */
@ApplicationScoped
public class PartnerLists implements ListSource {

  private static final String PARTNERS = "partners";
  private static final String MESSAGES = "partner-messages";
  private static final String OUTGOING = "partner-outgoing";
  private static final String PROPOSED =
      "EXISTS (SELECT 1 FROM partner_terms w WHERE w.partner_id = p.id AND w.status ="
          + " 'PROPOSED')";

  @Override
  public List<ListView> lists() {
    return List.of(partners(), calls(), messages(), outgoing());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            MESSAGES,
            "quarantined",
            Permissions.PARTNER_EDIT,
            Due.Urgency.WRONG,
            "m.state = 'QUARANTINED'"),
        new Due(OUTGOING, "dead", Permissions.PARTNER_EDIT, Due.Urgency.WRONG, "o.state = 'DEAD'"),
        new Due(PARTNERS, "to-approve", Permissions.PARTNER_APPROVE, Due.Urgency.DUE, PROPOSED),
        new Due(
            PARTNERS,
            "ending",
            Permissions.PARTNER_EDIT,
            Due.Urgency.DUE,
            "p.state = 'ACTIVE' AND GREATEST(COALESCE((SELECT MAX(COALESCE(s.valid_until,"
                + " '9999-12-31')) FROM partner_secret s WHERE s.partner_id = p.id), '1000-01-01'),"
                + " COALESCE((SELECT MAX(c.valid_until) FROM partner_certificate c WHERE"
                + " c.partner_id = p.id), '1000-01-01')) BETWEEN UTC_TIMESTAMP() AND"
                + " DATE_ADD(UTC_TIMESTAMP(), INTERVAL 14 DAY)"));
  }

  private static ListView partners() {
    return ListView.of(
        PARTNERS,
        Permissions.PARTNER_READ,
        "partner p JOIN account a ON a.id = p.account_id LEFT JOIN partner_terms t ON t.partner_id"
            + " = p.id AND t.status = 'IN_FORCE' WHERE 1 = 1",
        "p.uuid",
        List.of(
            Column.names("partner_name", "p.name"),
            Column.text("bin", "p.bin"),
            Column.text("login", "a.login"),
            Column.choice("partner_state", "p.state", "access.partner.state.", PartnerState.class),
            Column.flag("partner_waiting", PROPOSED),
            Column.choice(
                "partner_signature",
                "t.signature",
                "access.partner.signature.",
                SignatureDemand.class),
            Column.number(
                "partner_calls_today",
                "(SELECT COUNT(*) FROM partner_call c WHERE c.partner_id = p.id AND c.called_at >="
                    + " DATE_SUB(UTC_TIMESTAMP(), INTERVAL 1 DAY))"),
            Column.text("partner_contact", "p.contact_email").hidden()),
        "p.name_ru, p.id",
        "/access/partner.xhtml?id={id}");
  }

  private static ListView messages() {
    return ListView.of(
        MESSAGES,
        Permissions.PARTNER_CALL_READ,
        "partner_message m JOIN partner p ON p.id = m.partner_id WHERE 1 = 1",
        "m.uuid",
        List.of(
            Column.moment("message_received", "m.received_at"),
            Column.names("partner_name", "p.name"),
            Column.text("service_operation", "CONCAT_WS('.', m.service, m.operation)"),
            Column.choice(
                "message_state", "m.state", "access.partner.message.", MessageState.class),
            Column.text("message_reason", "m.reason"),
            Column.text("message_id", "m.message_id")),
        "m.received_at DESC, m.id DESC",
        "/access/partner-message.xhtml?id={id}");
  }

  private static ListView outgoing() {
    return ListView.of(
        OUTGOING,
        Permissions.PARTNER_CALL_READ,
        "partner_outbox o JOIN partner p ON p.id = o.partner_id WHERE 1 = 1",
        "o.uuid",
        List.of(
            Column.moment("outgoing_created", "o.created_at"),
            Column.names("partner_name", "p.name"),
            Column.choice("outgoing_kind", "o.kind", "access.partner.about.", OutgoingKind.class),
            Column.text("outgoing_reply", "o.in_reply_to"),
            Column.choice(
                "outgoing_state",
                PartnerOutbox.stateAt("UTC_TIMESTAMP(6)"),
                "access.partner.outgoing.",
                OutgoingState.class),
            Column.number("outgoing_attempts", "o.attempts"),
            Column.choice(
                "outgoing_failure", "o.failure", "access.partner.push.", PushFailure.class),
            Column.moment("outgoing_arrived", "o.acknowledged_at").hidden()),
        "o.created_at DESC, o.id DESC",
        "/access/partner-outgoing.xhtml?id={id}");
  }

  private static ListView calls() {
    return ListView.of(
        "partner-calls",
        Permissions.PARTNER_CALL_READ,
        "partner_call c LEFT JOIN partner p ON p.id = c.partner_id WHERE 1 = 1",
        "c.uuid",
        List.of(
            Column.moment("called_at", "c.called_at"),
            Column.names("partner_name", "p.name"),
            Column.text("service_operation", "CONCAT_WS('.', c.service, c.operation)"),
            Column.choice(
                "call_outcome", "c.outcome", "access.partner.outcome.", CallOutcome.class),
            Column.text("fault_code", "LOWER(REPLACE(c.fault, '_', '-'))"),
            Column.number("millis", "c.millis"),
            Column.text("message_id", "c.message_id"),
            Column.choice(
                    "call_signature",
                    "c.signature",
                    "access.partner.finding.",
                    SignatureFinding.class)
                .hidden(),
            Column.text("call_address", "c.address").hidden(),
            Column.number("request_bytes", "c.request_bytes").hidden(),
            Column.number("answer_bytes", "c.answer_bytes").hidden()),
        "c.called_at DESC, c.id DESC",
        "/access/partner-call.xhtml?id={id}");
  }
}
