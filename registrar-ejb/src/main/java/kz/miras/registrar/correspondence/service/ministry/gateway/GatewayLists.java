package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Messages of the gateway as a list. */
@ApplicationScoped
public class GatewayLists implements ListSource {

  private static final String CODE = "gateway-messages";

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
            CODE,
            Permissions.EXCHANGE_READ,
            "gateway_message m WHERE 1 = 1",
            "m.uuid",
            List.of(
                Column.moment("created_at", "m.created_at"),
                Column.choice(
                    "gateway_direction",
                    "m.direction",
                    "ministry.direction.",
                    List.of("OUT", "IN")),
                Column.choice(
                    "gateway_channel", "m.channel", "ministry.channel.", GatewayChannel.class),
                Column.text("gateway_service", "m.service_id"),
                Column.text("gateway_message", "m.message_id"),
                Column.text("gateway_correlation", "m.correlation_id").hidden(),
                Column.choice("gateway_state", "m.state", "ministry.message.", GatewayState.class),
                Column.choice(
                        "gateway_delivery",
                        "m.delivery",
                        "ministry.delivery.",
                        GatewayQuery.Delivery.class)
                    .hidden(),
                Column.text("gateway_code", "m.answer_code"),
                Column.text("gateway_text", "m.answer_text").hidden(),
                Column.number("gateway_attempts", "m.attempts").hidden(),
                Column.text("gateway_by", "m.created_by").hidden()),
            "m.created_at DESC, m.id DESC",
            "/correspondence/gateway-message.xhtml?id={id}"));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            CODE, "failed", Permissions.EXCHANGE_SEND, Due.Urgency.WRONG, "m.state = 'FAILED'"));
  }
}
