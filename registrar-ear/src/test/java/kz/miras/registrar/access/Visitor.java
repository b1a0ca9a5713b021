package kz.miras.registrar.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser's cookies but without a browser. Redirects are not followed. */
public final class Visitor {

  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  public Visitor(String base) {
    this.base = base;
  }

  /** A page, whatever its status. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build());
  }

  /** Asks for a page, and signs in on what comes instead. */
  public HttpResponse<String> signIn(String login, String password, String wanted) {
    return signInOn(get(signInPage(wanted)).body(), login, password, wanted);
  }

  /** Fills in the sign-in page that is shown. */
  public HttpResponse<String> signInOn(String page, String login, String password, String wanted) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("sign-in", "sign-in");
    form.put("wanted", wanted);
    form.put("login", login);
    form.put("password", password);
    form.put("enter", "enter");
    return post("/sign-in.xhtml", page.substring(page.indexOf("id=\"sign-in\"")), form);
  }

  /** Where whoever has not signed in is sent instead of this page. */
  public String signInPage(String wanted) {
    String page = get(wanted).headers().firstValue("Location").orElse("");
    if (!page.contains("/sign-in.xhtml?wanted=")) {
      throw new AssertionError(wanted + " does not lead to the sign-in page but to: " + page);
    }
    return page.startsWith(base) ? page.substring(base.length()) : page;
  }

  /** Signs in and expects it to work. */
  public Visitor signedIn(String login, String password) {
    HttpResponse<String> answer = signIn(login, password, "/index.xhtml");
    if (answer.statusCode() != 302) {
      throw new AssertionError(
          login + " cannot sign in: " + answer.statusCode() + "\n" + answer.body());
    }
    return this;
  }

  /** Sends a form with the view state of the page it stands on. */
  public HttpResponse<String> post(String path, String page, Map<String, String> fields) {
    return postRaw(path, completed(page, fields));
  }

  /**
   * Sends a form with a file, as browsers do.
   *
   * @param input name of the input the file is chosen in
   */
  public HttpResponse<String> upload(
      String path,
      String page,
      Map<String, String> fields,
      String input,
      String fileName,
      byte[] content) {
    String boundary = "it" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
    completed(page, fields)
        .forEach(
            (name, value) -> body.writeBytes(bytes(part + name + "\"\r\n\r\n" + value + "\r\n")));
    body.writeBytes(bytes(part + input + "\"; filename=\"" + fileName + "\"\r\n"));
    body.writeBytes(bytes("Content-Type: application/octet-stream\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n--" + boundary + "--\r\n"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The fields with what every form of a page has. */
  private static Map<String, String> completed(String page, Map<String, String> fields) {
    Matcher state = STATE.matcher(page);
    if (!state.find()) {
      throw new AssertionError("no form on this page:\n" + page);
    }
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("jakarta.faces.ViewState", state.group(1));
    Matcher nonce = NONCE.matcher(page);
    if (nonce.find()) {
      form.put("primefaces.nonce", nonce.group(1));
    }
    return form;
  }

  /** Sends exactly these fields: whoever forges a form does not ask for one. */
  public HttpResponse<String> postRaw(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** From now on reads pages in this language. */
  public void speaks(String language) {
    keeps("registrar-language", language);
  }

  /** From now on sends this cookie. */
  public void keeps(String name, String value) {
    CookieStore store = cookies.getCookieStore();
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    // as the cookies this host sets are kept, so that the host can replace it
    cookie.setDomain("localhost.local");
    cookie.setVersion(0);
    List.copyOf(store.getCookies()).stream()
        .filter(kept -> kept.getName().equals(cookie.getName()))
        .forEach(kept -> store.remove(null, kept));
    store.add(URI.create(base), cookie);
  }

  /** Value of the session cookie, or null. */
  public String session() {
    return cookie("REGISTRAR");
  }

  /** Value of a cookie, or null. */
  public String cookie(String name) {
    List<HttpCookie> all = cookies.getCookieStore().getCookies();
    return all.stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
