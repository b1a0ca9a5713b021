package kz.miras.registrar.access.service.partner;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What says of a message that this server is at it, for as long as it is. What is found claimed in
 * the name of this server and does not last any more was left without saying so: by an earlier
 * start of it, or when the database was gone.
 *
 * @param text as the database keeps it: the name of the server, and what no other claim has
 */
public record ServerClaim(String text) implements AutoCloseable {

  /** Name of this server. */
  public static final String NODE = System.getenv().getOrDefault("REGISTRAR_NODE", "registrar");

  private static final Set<String> LASTING = ConcurrentHashMap.newKeySet();

  /** A new one, which lasts until it is closed. */
  public static ServerClaim begin() {
    ServerClaim claim = new ServerClaim(NODE + " " + UUID.randomUUID());
    LASTING.add(claim.text());
    return claim;
  }

  /** Whether a claim is one of this start of this server that lasts. */
  public static boolean lasts(String claim) {
    return LASTING.contains(claim);
  }

  @Override
  public void close() {
    LASTING.remove(text);
  }
}
