package kz.miras.registrar.correspondence.service.ministry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.correspondence.ministry.PlatformNames;
import kz.miras.registrar.correspondence.ministry.PlatformRecord;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.SaveAnswer;
import kz.miras.registrar.correspondence.service.ministry.PlatformFailure.Kind;
import kz.miras.registrar.shared.service.Json;

/**
 * Speaks to the platform: REST with JSON and HTTP Basic (domain 4.1). Nothing of what is sent or
 * answered is logged.
 */
final class PlatformClient implements Platform {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Answers that come from a gateway, or from somebody who has too much to do. */
  private static final List<Integer> LATER = List.of(408, 425, 429, 502, 503, 504);

  private static final List<Integer> WHO = List.of(401, 403);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** Errors of one record that are kept. */
  private static final int MOST_ERRORS = 5;

  private final PlatformAddress address;
  private final PlatformNames names;

  PlatformClient(PlatformAddress address, PlatformNames names) {
    this.address = address;
    this.names = names;
  }

  @Override
  public SaveAnswer save(List<PlatformRecord> records) {
    PlatformType type = records.get(0).type();
    String body =
        Json.write(
            records.stream().map(record -> names.sent(record, address.university())).toList());
    Map<?, ?> answer =
        object(
            read(
                ask(
                    request("/org-data/list/save", "")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())));
    Map<Long, List<String>> refused = new HashMap<>();
    int unnamed = 0;
    for (Object one : list(answer.get("failedRecords"))) {
      Map<?, ?> failed = object(one);
      Object record = failed.get("record");
      Object number =
          record instanceof Map<?, ?> fields ? fields.get(names.sent(type, type.keyField())) : null;
      if (number instanceof Number known) {
        refused.put(
            known.longValue(),
            list(failed.get("errors")).stream().map(String::valueOf).limit(MOST_ERRORS).toList());
      } else {
        unnamed++;
      }
    }
    return new SaveAnswer(
        number(answer, "requestedElements"),
        number(answer, "savedElements"),
        number(answer, "updatedElements"),
        number(answer, "failedElementsCcount"),
        refused,
        unnamed);
  }

  @Override
  public ReadPage page(PlatformType type, int page, int size) {
    Map<?, ?> answer =
        object(
            read(
                ask(
                    request(
                            "/org-data/" + type.name() + "/find-all-pageable",
                            "&page="
                                + page
                                + "&size="
                                + size
                                + "&sort="
                                + names.sent(type, type.keyField())
                                + ",asc")
                        .GET()
                        .build())));
    List<Map<String, Object>> records = new ArrayList<>();
    for (Object one : list(answer.get("content"))) {
      records.add(names.read(type, object(one)));
    }
    return new ReadPage(records, Boolean.TRUE.equals(answer.get("last")) || records.isEmpty());
  }

  @Override
  public Optional<Map<String, Object>> one(PlatformType type, long number) {
    HttpResponse<String> answer =
        ask(
            request(
                    "/org-data/" + type.name() + "/find-by-id",
                    "&" + names.sent(type, type.keyField()) + "=" + number)
                .GET()
                .build());
    return answer.statusCode() == NOT_FOUND || answer.body().isBlank()
        ? Optional.empty()
        : Optional.of(names.read(type, object(read(answer))));
  }

  @Override
  public List<Map<?, ?>> dictionary(String askedAs) {
    List<Map<?, ?>> rows = new ArrayList<>();
    String path = "/common-dictionary/" + URLEncoder.encode(askedAs, StandardCharsets.UTF_8);
    for (Object row : list(read(ask(request(path + "/find-all", "").GET().build())))) {
      rows.add(object(row));
    }
    return rows;
  }

  @Override
  public boolean delete(PlatformType type, long number) {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("type", type.compositeKey());
    key.put(names.sent(type, type.keyField()), number);
    HttpResponse<String> answer =
        ask(
            request("/org-data/" + type.name() + "/delete", "")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(key)))
                .build());
    if (answer.statusCode() == NOT_FOUND) {
      return false;
    }
    expectOk(answer.statusCode());
    return true;
  }

  private HttpRequest.Builder request(String path, String query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(address.url() + path + "?universityId=" + address.university() + query))
            .timeout(address.patience())
            .header("Accept", "application/json");
    if (address.user() != null) {
      String who = address.user() + ":" + address.password();
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  private static HttpResponse<String> ask(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new PlatformFailure(Kind.SILENT, 0, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformFailure(Kind.SILENT, 0, e);
    }
  }

  private static void expectOk(int status) {
    if (WHO.contains(status)) {
      throw new PlatformFailure(Kind.LOCKED_OUT, status, null);
    }
    if (LATER.contains(status)) {
      throw new PlatformFailure(Kind.SILENT, status, null);
    }
    if (status != OK) {
      throw new PlatformFailure(Kind.REFUSING, status, null);
    }
  }

  private static Object read(HttpResponse<String> answer) {
    int status = answer.statusCode();
    expectOk(status);
    try {
      return Json.read(answer.body(), Object.class);
    } catch (RuntimeException e) {
      // the message of the reader would quote what was answered
      throw new PlatformFailure(Kind.REFUSING, status, null);
    }
  }

  private static Map<?, ?> object(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static int number(Map<?, ?> answer, String name) {
    return answer.get(name) instanceof Number number ? number.intValue() : -1;
  }
}
