package kz.miras.registrar.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Many people who open the sign-in page at their own time, whether or not those before have been
 * answered, each with cookies of their own. Keeps a journal of what each was answered.
 */
public final class ArrivalStorm implements AutoCloseable {

  private static final Pattern TICKET = Pattern.compile("registrar-place=([A-Za-z0-9_.-]+)");
  private static final Pattern PLACE = Pattern.compile("\"place\":\"([^\"]+)\"");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int RETRIES = 3;

  private final String url;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LIMIT)
          .executor(threads)
          .build();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

  public ArrivalStorm(String url) {
    this.url = url;
  }

  /**
   * What somebody was answered.
   *
   * @param due when they wanted to come
   * @param sent when they did
   * @param answered when they had the answer
   * @param status of the answer; 0 where there was none
   * @param ticket they hold now, or null
   * @param place they were given, 0 without one
   * @param session whether a session was made for them
   * @param waits whether they got the waiting page
   */
  public record Answer(
      long due,
      long sent,
      long answered,
      int status,
      String ticket,
      long place,
      boolean session,
      boolean waits) {

    double millis() {
      return (answered - due) / 1e6;
    }
  }

  /** Lets so many come within this time, evenly. */
  public List<Answer> arrive(int people, Duration within) {
    long begin = System.nanoTime() + 200_000_000;
    List<CompletableFuture<Answer>> answers = new ArrayList<>(people);
    for (int i = 0; i < people; i++) {
      answers.add(at(begin + within.toNanos() / people * i, "/sign-in.xhtml", null));
    }
    return joined(answers);
  }

  /** Each of those who wait asks once where they stand, within this time, in their order. */
  public List<Answer> ask(List<Answer> waiting, Duration within) {
    long begin = System.nanoTime() + 200_000_000;
    List<CompletableFuture<Answer>> answers = new ArrayList<>(waiting.size());
    for (int i = 0; i < waiting.size(); i++) {
      long due = begin + within.toNanos() / waiting.size() * i;
      answers.add(at(due, "/waiting", waiting.get(i).ticket()));
    }
    return joined(answers);
  }

  private static List<Answer> joined(List<CompletableFuture<Answer>> answers) {
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Answer> at(long due, String path, String ticket) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    clock.schedule(
        () -> send(due, path, ticket, RETRIES, answer),
        due - System.nanoTime(),
        TimeUnit.NANOSECONDS);
    return answer;
  }

  /** A browser whose connection was closed under its request sends it again; so does this. */
  private void send(
      long due, String path, String ticket, int left, CompletableFuture<Answer> answer) {
    long sent = System.nanoTime();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(LIMIT)
            .header("Accept-Language", "kk-KZ");
    if (ticket != null) {
      request.header("Cookie", "registrar-place=" + ticket);
    }
    client
        .sendAsync(request.build(), BodyHandlers.ofString())
        .whenComplete(
            (response, failure) -> {
              if (failure == null) {
                answer.complete(read(due, sent, ticket, response));
              } else if (left > 0) {
                send(due, path, ticket, left - 1, answer);
              } else {
                answer.complete(
                    new Answer(due, sent, System.nanoTime(), 0, ticket, 0, false, false));
              }
            });
  }

  private static Answer read(long due, long sent, String ticket, HttpResponse<String> response) {
    List<String> cookies = response.headers().allValues("Set-Cookie");
    String given =
        cookies.stream()
            .map(TICKET::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .findFirst()
            .orElse(ticket);
    Matcher told = PLACE.matcher(response.body());
    return new Answer(
        due,
        sent,
        System.nanoTime(),
        response.statusCode(),
        given,
        ticket == null ? place(given) : told.find() ? digits(told.group(1)) : -1,
        cookies.stream().anyMatch(cookie -> cookie.startsWith("REGISTRAR=")),
        response.body().contains("id=\"waiting\""));
  }

  private static long digits(String text) {
    return Long.parseLong(text.replaceAll("\\D", ""));
  }

  /** The place a ticket is for, read past the product: the text before the seal begins with it. */
  public static long place(String ticket) {
    if (ticket == null || ticket.indexOf('.') < 0) {
      return 0;
    }
    byte[] text = Base64.getUrlDecoder().decode(ticket.substring(0, ticket.indexOf('.')));
    return Long.parseLong(new String(text, StandardCharsets.UTF_8).split(" ")[0]);
  }

  /** Whoever came after somebody else had been answered, but was given an earlier place. */
  public static List<String> jumps(List<Answer> answers) {
    List<Answer> bySent = answers.stream().sorted(Comparator.comparingLong(Answer::sent)).toList();
    List<Answer> byAnswered =
        answers.stream().sorted(Comparator.comparingLong(Answer::answered)).toList();
    List<String> jumps = new ArrayList<>();
    int answered = 0;
    long last = 0;
    for (Answer one : bySent) {
      while (answered < byAnswered.size() && byAnswered.get(answered).answered() < one.sent()) {
        last = Math.max(last, byAnswered.get(answered).place());
        answered++;
      }
      if (one.place() <= last) {
        jumps.add("place " + one.place() + " was given after place " + last);
      }
    }
    return jumps;
  }

  /** How many are told another place than they were given. */
  static long moved(List<Answer> given, List<Answer> asked) {
    return IntStream.range(0, given.size())
        .filter(i -> given.get(i).place() != asked.get(i).place())
        .count();
  }

  /** How long answers took, from the moment each was due. */
  public static String times(List<Answer> answers) {
    double[] millis = answers.stream().mapToDouble(Answer::millis).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.0f ms",
        millis[millis.length / 2],
        millis[millis.length * 95 / 100],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1]);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
