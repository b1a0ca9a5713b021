package kz.miras.registrar.frame.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is typed in a form stands before what the address of its page says under the same name.
 * Forms are sent to the whole address (see {@link KeptAddress}), and servers read that first:
 * whoever changed what the address began with would change nothing.
 */
@WebFilter("*.xhtml")
public class TypedFirst extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean form = "POST".equals(request.getMethod()) && request.getQueryString() != null;
    chain.doFilter(form ? new Typed(request) : request, response);
  }

  /** A form as it was typed; the address where it says nothing. */
  static final class Typed extends HttpServletRequestWrapper {

    private final Map<String, Integer> inAddress = new HashMap<>();

    Typed(HttpServletRequest request) {
      super(request);
      for (String part : request.getQueryString().split("&")) {
        inAddress.merge(name(part), 1, Integer::sum);
      }
    }

    private static String name(String part) {
      String name = part.replaceFirst("=.*", "");
      try {
        return URLDecoder.decode(name, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        // no name a form could have
        return name;
      }
    }

    @Override
    public String getParameter(String name) {
      String[] values = getParameterValues(name);
      return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
      return typed(name, super.getParameterValues(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> typed = new LinkedHashMap<>();
      super.getParameterMap().forEach((name, values) -> typed.put(name, typed(name, values)));
      return typed;
    }

    /** Those of the address come first. */
    private String[] typed(String name, String[] values) {
      int before = inAddress.getOrDefault(name, 0);
      return values == null || values.length <= before
          ? values
          : Arrays.copyOfRange(values, before, values.length);
    }
  }
}
