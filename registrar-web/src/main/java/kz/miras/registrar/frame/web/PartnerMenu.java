package kz.miras.registrar.frame.web;

import static kz.miras.registrar.frame.web.Menu.list;

import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Navigation.Part;

/** Entries of the side bar about organisations outside and what they send, and about programs. */
final class PartnerMenu {
  static final Part PART =
      new Part(
          "frame.nav.partners",
          List.of(
              list("partners", Permissions.PARTNER_READ, "building"),
              list("exchange-cases", Permissions.EXCHANGE_CASE_READ, "inbox"),
              list("partner-messages", Permissions.PARTNER_CALL_READ, "envelope"),
              list("partner-outgoing", Permissions.PARTNER_CALL_READ, "send"),
              list("partner-calls", Permissions.PARTNER_CALL_READ, "arrow-right-arrow-left"),
              list("subsystems", Permissions.SUBSYSTEM_READ, "server"),
              list("webhooks", Permissions.SUBSYSTEM_READ, "send")));

  private PartnerMenu() {}
}
