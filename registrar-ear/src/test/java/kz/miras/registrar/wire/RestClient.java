package kz.miras.registrar.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.service.Json;

/** A program that calls by REST with one account. */
final class RestClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String authorization;

  private RestClient(String base, String authorization) {
    this.base = base + "/api/v1";
    this.authorization = authorization;
  }

  /** One that sends its password with every call. */
  static RestClient basic(String base, String login, String password) {
    String pair = login + ":" + password;
    return new RestClient(
        base, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** One that sends a token. */
  static RestClient bearer(String base, String token) {
    return new RestClient(base, "Bearer " + token);
  }

  /**
   * Reads.
   *
   * @param headers names and values in turn
   */
  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET(), BodyHandlers.ofString());
  }

  /** Reads a file. */
  HttpResponse<byte[]> file(String path) {
    return send(request(path, "Accept", "application/pdf").GET(), BodyHandlers.ofByteArray());
  }

  /** Reads a file of any type. */
  byte[] bytes(String path) {
    HttpResponse<byte[]> answer = send(request(path).GET(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  /** Sends a form, or nothing at all where it is null. */
  HttpResponse<String> post(String path, String form) {
    return form == null
        ? send(request(path).POST(HttpRequest.BodyPublishers.noBody()), BodyHandlers.ofString())
        : send(
            request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)),
            BodyHandlers.ofString());
  }

  /**
   * Sends JSON, or nothing where it is null.
   *
   * @param headers names and values in turn
   */
  HttpResponse<String> send(String method, String path, String json, String... headers) {
    HttpRequest.Builder request = request(path, headers);
    return json == null
        ? send(request.method(method, HttpRequest.BodyPublishers.noBody()), BodyHandlers.ofString())
        : send(
            request
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)),
            BodyHandlers.ofString());
  }

  /** The value of a new token. */
  String token() {
    return String.valueOf(json(post("/token", null)).get("access_token"));
  }

  @Override
  public String toString() {
    return authorization.substring(0, authorization.indexOf(' '));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> json(HttpResponse<String> answer) {
    return Json.read(answer.body(), Map.class);
  }

  /** The entries of a list in a body. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> body, String field) {
    return (List<Map<String, Object>>) body.get(field);
  }

  /** The name of a message. */
  static String key() {
    return UUID.randomUUID().toString();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", authorization);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
