package kz.miras.registrar.correspondence.service.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Cases of partners as a list. */
@ApplicationScoped
public class CaseLists implements ListSource {

  private static final String CODE = "exchange-cases";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
            CODE,
            Permissions.EXCHANGE_CASE_READ,
            "exchange_case c JOIN partner p ON p.id = c.partner_id WHERE 1 = 1",
            "c.uuid",
            List.of(
                Column.moment("case_received", "c.received_at"),
                Column.text("receipt", "c.receipt"),
                Column.choice("case_kind", "c.kind", "access.exchange.kind.", CaseKind.class),
                Column.names("partner_name", "p.name"),
                Column.text("case_subject", "c.subject"),
                Column.choice(
                    "case_status", "c.status", "access.exchange.status.", CaseStatus.class),
                Column.moment("case_changed", "c.changed_at").hidden()),
            "c.received_at DESC, c.id DESC",
            "/correspondence/exchange-case.xhtml?id={id}"));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            CODE,
            "new",
            Permissions.EXCHANGE_CASE_DECIDE,
            Due.Urgency.DUE,
            "c.status IN ('RECEIVED', 'NOMINATED')"));
  }
}
