package kz.miras.registrar.correspondence.ministry.gateway;

import kz.miras.registrar.shared.Keyed;

/** Channels of the gateway, each with its own namespace and names of parts. */
public enum GatewayChannel implements Keyed {
  /** The answer comes at once. */
  SYNC("http://bip.bee.kz/SyncChannel/v10/Types", "SendMessage", "requestInfo", "requestData"),
  /** The answer comes later, by a message of its own. */
  ASYNC("http://bip.bee.kz/AsyncChannel/v10/Types", "sendMessage", "messageInfo", "messageData");

  private final String namespace;
  private final String operation;
  private final String head;
  private final String body;

  GatewayChannel(String namespace, String operation, String head, String body) {
    this.namespace = namespace;
    this.operation = operation;
    this.head = head;
    this.body = body;
  }

  /** Namespace of the operation; nothing within it is in one. */
  public String namespace() {
    return namespace;
  }

  /**
   * Whether an operation in this namespace is of the channel: the gateway's own, or its client's.
   */
  boolean isNamespace(String other) {
    return namespace.equals(other) || (namespace + "/Client").equals(other);
  }

  /** Local name of the operation. */
  public String operation() {
    return operation;
  }

  String head() {
    return head;
  }

  String body() {
    return body;
  }

  @Override
  public String key() {
    return "ministry.channel." + name();
  }
}
