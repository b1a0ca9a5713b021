package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.AccountKind;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Accounts and the audit trail as lists. */
@ApplicationScoped
public class AccessLists implements ListSource {

  private static final String ROLES =
      "(SELECT GROUP_CONCAT(DISTINCT g.role ORDER BY g.role SEPARATOR ', ') FROM role_grant g"
          + " WHERE g.account_id = a.id AND g.valid_from <= university_today()"
          + " AND (g.valid_to IS NULL OR g.valid_to >= university_today()))";
  private static final String WAITING =
      "(SELECT COUNT(*) FROM grant_proposal p WHERE p.account_id = a.id"
          + " AND p.status IN ('PREPARED', 'APPROVED'))";

  @Override
  public List<ListView> lists() {
    return List.of(accounts(), audit());
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "accounts",
            "to-approve",
            Permissions.GRANT_APPROVE,
            Due.Urgency.DUE,
            "EXISTS (SELECT 1 FROM grant_proposal p WHERE p.account_id = a.id AND p.status = 'PREPARED')"),
        new Due(
            "accounts",
            "to-execute",
            Permissions.GRANT_EXECUTE,
            Due.Urgency.DUE,
            "EXISTS (SELECT 1 FROM grant_proposal p WHERE p.account_id = a.id AND p.status = 'APPROVED')"),
        new Due(
            "audit",
            "denied",
            Permissions.AUDIT_READ,
            Due.Urgency.NOTE,
            "e.outcome = 'DENIED' AND e.at >= DATE_SUB(UTC_TIMESTAMP(), INTERVAL 1 DAY)"));
  }

  private static ListView accounts() {
    return ListView.of(
        "accounts",
        Permissions.ACCOUNT_READ,
        "account a WHERE 1 = 1",
        "a.uuid",
        List.of(
            Column.text("login", "a.login"),
            Column.text("display_name", "a.display_name"),
            Column.choices(
                "roles",
                ROLES,
                "access.role.",
                java.util.Arrays.stream(Role.values()).map(Role::name).toList()),
            Column.choice("kind", "a.kind", "access.account-kind.", AccountKind.class),
            Column.text("email", "a.email").hidden(),
            Column.date("valid_from", "a.valid_from"),
            Column.date("valid_to", "a.valid_to"),
            Column.number("waiting", WAITING)),
        "a.login",
        "/access/account.xhtml?id={id}");
  }

  private static ListView audit() {
    return ListView.of(
        "audit",
        Permissions.AUDIT_READ,
        "audit_entry e WHERE 1 = 1",
        "e.id",
        List.of(
            Column.moment("at", "e.at"),
            Column.text("actor", "e.actor"),
            Column.text("action", "e.action"),
            Column.text("entity", "e.entity"),
            Column.text("entity_id", "e.entity_id"),
            Column.choice("outcome", "e.outcome", "access.outcome.", Outcome.class),
            Column.text("origin", "e.origin").unsearched(),
            Column.text("reason", "e.reason").unsearched()),
        "e.at DESC, e.id DESC",
        "/access/audit-entry.xhtml?id={id}");
  }
}
