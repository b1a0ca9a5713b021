package kz.miras.registrar.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What organisations and subsystems call most, beside an address of the same server that asks
 * nothing of anybody: calls a second and the time 95 of a hundred stay below, in turns.
 */
final class ExchangeCalls {

  private static final int CALLERS = 4;
  private static final int WARM_UPS = 200;
  private static final int CALLS = 400;
  private static final int ROUNDS = 3;
  private static final String LOGIN = "partner";
  private static final String PASSWORD = "partner-Demo1";
  private static final String RECEIPT = "TQ-2026/99999";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final Connection database;

  private ExchangeCalls(String url, Connection database) {
    this.url = url;
    this.database = database;
  }

  /**
   * A kind of call.
   *
   * @param expected what its answer has to contain
   * @param times how often at least
   */
  private record Kind(String name, Supplier<HttpRequest> next, String expected, int times) {

    Kind(String name, Supplier<HttpRequest> next, String expected) {
      this(name, next, expected, 1);
    }

    boolean isAnswered(HttpResponse<String> answer) {
      return answer.statusCode() == 200
          && answer.body().split(Pattern.quote(expected), -1).length > times;
    }
  }

  /** Calls a second, and milliseconds 95 of a hundred stay below. */
  private record Pace(double rate, double p95) {}

  /** Measures and prints it. */
  static void run(String url, Connection database) throws Exception {
    System.out.printf("%nCalls of organisations and subsystems, four at once%n");
    new ExchangeCalls(url, database).run(System.out::println);
  }

  private void run(Consumer<String> told) throws Exception {
    prepare();
    ProgramCalls programs = new ProgramCalls(client, url, database);
    Kind empty = new Kind("an empty address", this::empty, "empty");
    for (Kind kind :
        List.of(
            new Kind("SOAP verifyDocument", this::verify, "NOT_FOUND"),
            new Kind("SOAP getTranscript", this::transcript, RECEIPT),
            new Kind("REST own requests for documents", this::requests, RECEIPT),
            new Kind("REST transcript of a student", programs.transcript(), programs.student()),
            new Kind(
                "REST a hundred events of the feed",
                programs.events(),
                "\"specversion\"",
                ProgramCalls.PAGE))) {
      measure(empty, WARM_UPS);
      measure(kind, WARM_UPS);
      List<Pace> bare = new ArrayList<>();
      List<Pace> product = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        bare.add(measure(empty, CALLS));
        product.add(measure(kind, CALLS));
      }
      told.accept(line(kind.name(), product, bare));
    }
  }

  private static String line(String name, List<Pace> product, List<Pace> bare) {
    List<Double> rates = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < product.size(); i++) {
      rates.add(product.get(i).rate() / bare.get(i).rate());
      times.add(product.get(i).p95() / bare.get(i).p95());
    }
    return String.format(
        Locale.ROOT,
        "  %-32s %7.0f/s, p95 %6.1f ms; empty %7.0f/s, p95 %5.1f ms; ratio of rates %.3f, of p95"
            + " %.1f",
        name,
        median(product.stream().map(Pace::rate).toList()),
        median(product.stream().map(Pace::p95).toList()),
        median(bare.stream().map(Pace::rate).toList()),
        median(bare.stream().map(Pace::p95).toList()),
        median(rates),
        median(times));
  }

  private static double median(List<Double> values) {
    return Measured.median(values);
  }

  private Pace measure(Kind kind, int calls) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<long[]>> work = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        work.add(() -> times(kind, calls / CALLERS));
      }
      long begun = System.nanoTime();
      List<Future<long[]>> ended = callers.invokeAll(work);
      double seconds = (System.nanoTime() - begun) / 1e9;
      List<Long> all = new ArrayList<>();
      for (Future<long[]> one : ended) {
        Arrays.stream(one.get()).forEach(all::add);
      }
      long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
      return new Pace(sorted.length / seconds, sorted[sorted.length * 95 / 100] / 1e6);
    } finally {
      callers.shutdown();
    }
  }

  private long[] times(Kind kind, int calls) throws Exception {
    long[] times = new long[calls];
    for (int i = 0; i < calls; i++) {
      HttpRequest request = kind.next().get();
      long begun = System.nanoTime();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      times[i] = System.nanoTime() - begun;
      if (!kind.isAnswered(answer)) {
        throw new IllegalStateException(
            kind.name() + " answers " + answer.statusCode() + " " + answer.body());
      }
    }
    return times;
  }

  private HttpRequest empty() {
    return HttpRequest.newBuilder(URI.create(url + "/bench/empty"))
        .POST(HttpRequest.BodyPublishers.ofString("x".repeat(1000)))
        .build();
  }

  private HttpRequest requests() {
    String pair = LOGIN + ":" + PASSWORD;
    return HttpRequest.newBuilder(URI.create(url + "/api/v1/document-requests"))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .GET()
        .build();
  }

  private HttpRequest verify() {
    return soap(
        "verification",
        "verifyDocument",
        "<query><verificationCode>AAAA-BBBB-CCCC-DDDD</verificationCode></query>");
  }

  private HttpRequest transcript() {
    return soap("transcript", "getTranscript", "<receiptNumber>" + RECEIPT + "</receiptNumber>");
  }

  private HttpRequest soap(String service, String operation, String contents) {
    String envelope =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
            + "<w:Security xmlns:w=\"http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-secext-1.0.xsd\"><w:UsernameToken><w:Username>"
            + LOGIN
            + "</w:Username><w:Password>"
            + PASSWORD
            + "</w:Password></w:UsernameToken></w:Security></s:Header><s:Body><"
            + operation
            + " xmlns=\"https://registrar.miras.edu.kz/ws/"
            + service
            + "/v1\" xmlns:c=\"https://registrar.miras.edu.kz/ws/common/v1\"><messageHeader>"
            + "<c:messageId>"
            + UUID.randomUUID()
            + "</c:messageId><c:messageDate>"
            + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))
            + "</c:messageDate><c:partnerId>"
            + LOGIN
            + "</c:partnerId></messageHeader>"
            + contents
            + "</"
            + operation
            + "></s:Body></s:Envelope>";
    return HttpRequest.newBuilder(URI.create(url + "/api/soap/" + service + "/v1"))
        .header("Content-Type", "text/xml; charset=utf-8")
        .header("SOAPAction", "\"\"")
        .POST(HttpRequest.BodyPublishers.ofString(envelope))
        .build();
  }

  /** Limits nobody reaches, and a transcript of the demonstration the partner has asked for. */
  private void prepare() throws SQLException {
    change("UPDATE partner_terms SET per_minute = 1000000, per_day = 100000000");
    change("DELETE FROM partner_rate");
    if (count("SELECT COUNT(*) FROM document_request WHERE receipt = '" + RECEIPT + "'") == 0) {
      change(
          "INSERT INTO document_request (id, uuid, receipt, kind, channel, account_id, student_id,"
              + " languages, purpose, recipient, delivery, consent, requested_at, due_at, status,"
              + " handled_by, handled_at, document_id) SELECT NEXT VALUE FOR document_request_seq,"
              + " UUID(), '"
              + RECEIPT
              + "', d.kind, 'PARTNER', a.id, d.student_id, 'ru', 'bench', 'bench', 'ELECTRONIC',"
              + " 'bench', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 'PREPARED', 'specialist',"
              + " UTC_TIMESTAMP(6), d.id FROM issued_document d JOIN student s ON s.id ="
              + " d.student_id JOIN programme p ON p.id = s.programme_id JOIN account a ON a.login ="
              + " 'partner' JOIN role_grant g ON g.account_id = a.id AND g.school_id = p.school_id"
              + " WHERE d.kind = 'TRANSCRIPT' AND d.status = 'ISSUED' AND d.pdf IS NOT NULL AND NOT"
              + " EXISTS (SELECT 1 FROM document_request r WHERE r.document_id = d.id) LIMIT 1");
    }
  }

  private void change(String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private int count(String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
