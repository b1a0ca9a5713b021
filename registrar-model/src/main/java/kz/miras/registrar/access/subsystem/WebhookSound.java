package kz.miras.registrar.access.subsystem;

import java.io.Serializable;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SUB-4. What a subscription may ask for. */
public final class WebhookSound {

  private static final int LONGEST = 500;
  private static final int MOST = 10;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private WebhookSound() {}

  /**
   * SUB-4. Judges a subscription.
   *
   * @param url where events go: by TLS, to this very machine without too
   * @param types names of types
   * @param may whether the program may read what a type tells
   * @param others how many subscriptions it has
   */
  public static Verdict subscription(
      String url, Collection<String> types, Predicate<EventType> may, int others) {
    Verdict verdict =
        isAddress(url) ? Verdict.allowed() : refused("access.webhook.url", "url", LONGEST);
    if (types == null || types.isEmpty()) {
      verdict = verdict.and(refused("access.webhook.types", "types"));
    } else {
      for (String type : types) {
        if (EventType.of(type).filter(may).isEmpty()) {
          verdict = verdict.and(refused("access.webhook.type", "types", type));
        }
      }
    }
    return others >= MOST ? verdict.and(refused("access.webhook.many", "url", MOST)) : verdict;
  }

  private static boolean isAddress(String url) {
    if (url == null || url.length() > LONGEST) {
      return false;
    }
    try {
      URI address = URI.create(url);
      return address.getHost() != null
          && address.getUserInfo() == null
          && address.getFragment() == null
          && ("https".equals(address.getScheme())
              || "http".equals(address.getScheme()) && HERE.contains(address.getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(new Refusal(code, "SUB-4", field, List.of(args)));
  }
}
