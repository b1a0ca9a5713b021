package kz.miras.registrar.inside;

import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tells Arquillian where the server of the test run is. Stands before Arquillian's own extension;
 * inside the server, where the same test class runs again, it has nothing to do.
 */
public final class RunningServer implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!Inside.isHere()) {
      new ServerExtension().beforeAll(context);
      System.setProperty(
          "registrar.it.management", String.valueOf(TestServer.get().managementPort()));
    }
  }
}
