package kz.miras.registrar.access.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * PRT-15. The address of a partner the university's messages are delivered to. Without one the
 * partner fetches them.
 */
public final class PushEndpoint {

  private static final int LONGEST = 500;
  private static final int MOST_PORT = 65_535;

  private PushEndpoint() {}

  /**
   * PRT-15. Judges an address as it is typed: by TLS, to a host that is named, without credentials
   * in it. To this very machine, where an adapter may stand, it may go without TLS.
   *
   * @param typed null or empty for none
   */
  public static Verdict judge(String typed) {
    if (typed == null || typed.isBlank()) {
      return Verdict.allowed();
    }
    String address = typed.strip();
    return address.length() <= LONGEST && isSound(address)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("access.partner.endpoint", "PRT-15", LONGEST).at("endpoint"));
  }

  private static boolean isSound(String address) {
    try {
      URI read = new URI(address);
      String host = read.getHost();
      if (host == null
          || read.getRawUserInfo() != null
          || read.getRawFragment() != null
          || read.getPort() == 0
          || read.getPort() > MOST_PORT) {
        return false;
      }
      String scheme = String.valueOf(read.getScheme()).toLowerCase(Locale.ROOT);
      return scheme.equals("https") || scheme.equals("http") && isThisMachine(host);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
