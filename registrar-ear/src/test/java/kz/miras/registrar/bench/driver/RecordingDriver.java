package kz.miras.registrar.bench.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/** Passes everything to the real driver; {@code jdbc:recorded:} stands before its address. */
public final class RecordingDriver implements Driver {

  private static final String PREFIX = "jdbc:recorded:";

  private final Driver real = new org.mariadb.jdbc.Driver();

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection connection = real.connect(url.substring(PREFIX.length()), properties);
    return proxy(Connection.class, (self, method, arguments) -> on(connection, method, arguments));
  }

  private static Object on(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    Object result = pass(connection, method, arguments);
    if (result instanceof PreparedStatement prepared) {
      PreparedCalls calls = new PreparedCalls(prepared, arguments);
      return proxy(PreparedStatement.class, calls);
    }
    if (result instanceof Statement statement) {
      return proxy(Statement.class, (self, called, given) -> onPlain(statement, called, given));
    }
    if (method.getName().equals("commit") && Recorder.active()) {
      Recorder.add(new Sent(Sent.Kind.COMMIT, null, null, null, 0));
    }
    return result;
  }

  private static Object onPlain(Statement statement, Method method, Object[] arguments)
      throws Throwable {
    if (Recorder.active()
        && method.getName().startsWith("execute")
        && arguments != null
        && !method.getName().equals("executeQuery")) {
      throw new IllegalStateException("not prepared, cannot be recorded: " + arguments[0]);
    }
    Object result = pass(statement, method, arguments);
    if (Recorder.active() && method.getName().equals("executeQuery")) {
      Recorder.add(
          new Sent(
              Sent.Kind.QUERY,
              (String) arguments[0],
              List.of(),
              Collections.singletonList(new Object[0]),
              -1));
    }
    return result;
  }

  static Object pass(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public boolean acceptsURL(String url) {
    return url != null && url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return real.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("kz.miras.registrar.bench");
  }
}
