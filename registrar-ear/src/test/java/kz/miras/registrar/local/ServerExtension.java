package kz.miras.registrar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the running server: {@code @ExtendWith(ServerExtension.class)} and a parameter of
 * type {@link TestServer}. It is started once for all test classes and stopped after the last.
 */
public final class ServerExtension implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ServerExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("server", key -> new Holder(watch(), TestServer.get()), Holder.class);
  }

  /** Connections of the run and its servers that lead off this machine: target/outgoing.txt. */
  private static OutgoingWatch watch() {
    try {
      return OutgoingWatch.isPossible()
          ? OutgoingWatch.start(
              Path.of(System.getProperty("registrar.it")).resolveSibling("outgoing.txt"))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return TestServer.get();
  }

  /** Closed by JUnit after the last test of the run. */
  record Holder(OutgoingWatch watch, TestServer server) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      if (watch != null) {
        watch.close();
      }
    }
  }
}
