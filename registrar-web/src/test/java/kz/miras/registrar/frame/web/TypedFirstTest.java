package kz.miras.registrar.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TypedFirstTest {

  /** As servers read it: what the address says, then what was typed. */
  private static final Map<String, String[]> READ =
      Map.of(
          "type", new String[] {"MAIN", "RETAKE"},
          "поток", new String[] {"П-1", ""},
          "student", new String[] {"26001"},
          "reason", new String[] {"ill"},
          "f", new String[] {"a", "b", "c", "d"});

  private static HttpServletRequest read() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TypedFirstTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getQueryString" ->
                      "type=MAIN&%D0%BF%D0%BE%D1%82%D0%BE%D0%BA=%D0%9F-1&student=26001&f=a&f=b";
                  case "getParameterValues" -> READ.get(args[0]);
                  case "getParameterMap" -> READ;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  @DisplayName("what is typed stands before the address, which is heard where nothing was typed")
  void typedFirst() {
    TypedFirst.Typed form = new TypedFirst.Typed(read());

    assertThat(form.getParameter("type")).isEqualTo("RETAKE");
    assertThat(form.getParameter("поток")).as("emptied is typed").isEmpty();
    assertThat(form.getParameter("student")).as("the address alone").isEqualTo("26001");
    assertThat(form.getParameter("reason")).isEqualTo("ill");
    assertThat(form.getParameter("nothing")).isNull();
    assertThat(form.getParameterValues("f")).containsExactly("c", "d");
    assertThat(form.getParameterMap().get("type")).containsExactly("RETAKE");
    assertThat(form.getParameterMap()).hasSameSizeAs(READ);
  }
}
