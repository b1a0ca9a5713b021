package kz.miras.registrar.correspondence.ministry.gateway;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * GOV-21. What a message carries.
 *
 * @param convention how it is written
 * @param type name of the inline type; of the service where parameters are named; null otherwise
 * @param content XML, or null where parameters are named
 * @param parameters values by name; empty otherwise
 */
public record GatewayPayload(
    Convention convention,
    String type,
    String content,
    LinkedHashMap<String, List<String>> parameters)
    implements Serializable {

  /** The three conventions that occur. */
  public enum Convention implements Keyed {
    /** XML written as text, often with a signature of its own inside. */
    TEXT,
    /** XML as it is, with its type named. */
    INLINE,
    /** Named parameters with their values. */
    PARAMETERS;

    @Override
    public String key() {
      return "ministry.convention." + name();
    }
  }

  /** XML as text. */
  public static GatewayPayload text(String xml) {
    return new GatewayPayload(Convention.TEXT, null, xml, new LinkedHashMap<>());
  }

  /**
   * XML as it is.
   *
   * @param type {@code namespace#name}
   * @throws RegistrarException.Refused where the type is not named so
   */
  public static GatewayPayload inline(String type, String xml) {
    boolean named = type != null && type.matches("\\S*#[\\p{L}_][\\p{L}\\d_.-]*");
    RegistrarException.refuse(
        named
            ? Verdict.allowed()
            : Verdict.refused(Refusal.of("ministry.gateway.type-named", "GOV-21").at("type")));
    return new GatewayPayload(Convention.INLINE, type, xml, new LinkedHashMap<>());
  }

  /** Parameters of a service. */
  public static GatewayPayload parameters(String service, Map<String, List<String>> values) {
    return new GatewayPayload(Convention.PARAMETERS, service, null, new LinkedHashMap<>(values));
  }
}
