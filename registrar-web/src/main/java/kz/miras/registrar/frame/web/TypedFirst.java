package kz.miras.registrar.frame.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
  private static final class Typed extends HttpServletRequestWrapper {

    private final AddressFields address;

    Typed(HttpServletRequest request) {
      super(request);
      address = new AddressFields(request.getQueryString());
    }

    @Override
    public String getParameter(String name) {
      String[] values = getParameterValues(name);
      return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
      return address.typed(name, super.getParameterValues(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> typed = new LinkedHashMap<>();
      super.getParameterMap()
          .forEach((name, values) -> typed.put(name, address.typed(name, values)));
      return typed;
    }
  }
}
