package kz.miras.registrar.frame.web;

import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Navigation.Entry;
import kz.miras.registrar.frame.web.Navigation.Part;

/** Entries of the side bar about the exchange with the ministry. */
final class ExchangeMenu {

  static final Part PART =
      new Part(
          "frame.nav.ministry",
          List.of(
              new Entry(
                  "ministry.title",
                  "/correspondence/ministry.xhtml",
                  Permissions.EXCHANGE_READ,
                  "cloud-upload"),
              list("ministry-findings", "exclamation-triangle"),
              new Entry(
                  "ministry.compare",
                  "/correspondence/ministry-compare.xhtml",
                  Permissions.EXCHANGE_READ,
                  "arrow-right-arrow-left"),
              list("ministry-differences", "list"),
              list("ministry-runs", "history"),
              list("ministry-outcomes", "list-check"),
              new Entry(
                  "ministry.setup",
                  "/correspondence/ministry-setup.xhtml",
                  Permissions.EXCHANGE_READ,
                  "sliders-h"),
              new Entry(
                  "ministry.gateway",
                  "/correspondence/gateway.xhtml",
                  Permissions.EXCHANGE_SEND,
                  "send"),
              list("gateway-messages", "envelope")));

  private ExchangeMenu() {}

  private static Entry list(String code, String icon) {
    return new Entry(
        "frame.list." + code, "/office/list.xhtml?list=" + code, Permissions.EXCHANGE_READ, icon);
  }
}
