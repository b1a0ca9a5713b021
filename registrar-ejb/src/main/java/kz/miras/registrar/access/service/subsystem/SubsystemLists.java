package kz.miras.registrar.access.service.subsystem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.subsystem.SubsystemState;
import kz.miras.registrar.access.subsystem.WebhookState;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Subsystems as a list. */
@ApplicationScoped
public class SubsystemLists implements ListSource {

  private static final String SUBSYSTEMS = "subsystems";
  private static final String WEBHOOKS = "webhooks";
  private static final String DEAD =
      "(SELECT COUNT(*) FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.state = 'DEAD')";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
            SUBSYSTEMS,
            Permissions.SUBSYSTEM_READ,
            "subsystem s JOIN account a ON a.id = s.account_id WHERE 1 = 1",
            "s.uuid",
            List.of(
                Column.names("subsystem_name", "s.name"),
                Column.text("login", "a.login"),
                Column.choice(
                    "subsystem_state", "s.state", "access.subsystem.state.", SubsystemState.class),
                Column.text("subsystem_scopes", "s.scopes"),
                Column.moment(
                    "subsystem_secret_until",
                    "(SELECT IF(SUM(k.valid_until IS NULL) > 0, NULL, MAX(k.valid_until)) FROM"
                        + " subsystem_secret k WHERE k.subsystem_id = s.id)"),
                Column.text("subsystem_contact", "s.contact_email").hidden()),
            "s.name_ru, s.id",
            "/access/subsystem.xhtml?id={id}"),
        webhooks());
  }

  private static ListView webhooks() {
    return ListView.of(
        WEBHOOKS,
        Permissions.SUBSYSTEM_READ,
        "webhook w JOIN subsystem s ON s.id = w.subsystem_id WHERE 1 = 1",
        "w.uuid",
        List.of(
            Column.names("subsystem_name", "s.name"),
            Column.text("webhook_url", "w.url"),
            Column.text("webhook_types", "w.types"),
            Column.choice("webhook_state", "w.state", "access.webhook.state.", WebhookState.class),
            Column.number(
                "webhook_waiting",
                "(SELECT COUNT(*) FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.state ="
                    + " 'WAITING')"),
            Column.number("webhook_dead", DEAD)),
        "s.name_ru, w.id",
        "/access/webhook.xhtml?id={id}");
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            WEBHOOKS,
            "dead",
            Permissions.SUBSYSTEM_EDIT,
            Due.Urgency.WRONG,
            "w.state = 'ACTIVE' AND " + DEAD + " > 0"),
        new Due(
            SUBSYSTEMS,
            "ending",
            Permissions.SUBSYSTEM_EDIT,
            Due.Urgency.DUE,
            "s.state = 'ACTIVE' AND (SELECT MAX(COALESCE(k.valid_until, '9999-12-31')) FROM"
                + " subsystem_secret k WHERE k.subsystem_id = s.id) BETWEEN UTC_TIMESTAMP() AND"
                + " DATE_ADD(UTC_TIMESTAMP(), INTERVAL 14 DAY)"));
  }
}
