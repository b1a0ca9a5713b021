package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sends messages that are due where the environment names a gateway. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayTimer {

  @Inject private GatewayPost post;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void send() {
    GatewayAddress.ofEnvironment().ifPresent(post::run);
  }
}
