package kz.miras.registrar.bench.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Notes the parameters of a prepared statement and, when it runs, the statement with them. */
final class PreparedCalls implements InvocationHandler {

  private final PreparedStatement statement;
  private final String sql;
  private final List<Integer> options;
  private final TreeMap<Integer, Object> parameters = new TreeMap<>();
  private final List<Object[]> batch = new ArrayList<>();

  /**
   * @param call what the statement was prepared with: SQL and, it may be, numbers
   */
  PreparedCalls(PreparedStatement statement, Object[] call) {
    this.statement = statement;
    this.sql = (String) call[0];
    this.options = Arrays.stream(call).skip(1).map(Integer.class::cast).toList();
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    Object result = RecordingDriver.pass(statement, method, arguments);
    if (Recorder.active()) {
      note(method.getName(), arguments, result);
    }
    return result;
  }

  private void note(String name, Object[] arguments, Object result) {
    switch (name) {
      case "executeQuery" -> note(Sent.Kind.QUERY, -1);
      // what answers with rows is a query, whoever sends it
      case "execute" -> note(Boolean.TRUE.equals(result) ? Sent.Kind.QUERY : Sent.Kind.UPDATE, -1);
      case "executeUpdate", "executeLargeUpdate" ->
          note(Sent.Kind.UPDATE, ((Number) result).longValue());
      case "addBatch" -> batch.add(row());
      case "executeBatch" -> {
        Recorder.add(
            new Sent(
                Sent.Kind.BATCH,
                sql,
                options,
                List.copyOf(batch),
                Arrays.stream((int[]) result).sum()));
        batch.clear();
      }
      case "setNull" -> parameters.put((Integer) arguments[0], Sent.class);
      default -> {
        if (name.startsWith("set")
            && arguments.length >= 2
            && arguments[0] instanceof Integer index) {
          parameters.put(index, arguments[1] == null ? Sent.class : arguments[1]);
        }
      }
    }
  }

  private void note(Sent.Kind kind, long changed) {
    Recorder.add(new Sent(kind, sql, options, Collections.singletonList(row()), changed));
  }

  /** The parameters in order; null stands for NULL. */
  private Object[] row() {
    return parameters.values().stream().map(value -> value == Sent.class ? null : value).toArray();
  }
}
