package kz.miras.registrar.access.service.event;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.subsystem.WebhookSignature;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Sends events to subscriptions every few seconds. An address that fails is left alone for the rest
 * of the run, so that it keeps nobody else waiting.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookTimer {

  private static final Logger LOG = Logger.getLogger(WebhookTimer.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST = 200;
  private static final int GONE = 410;

  @Inject private WebhookQueue queue;
  @Inject private EventKeeper keeper;
  @Inject private UniversityTime time;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void send() {
    try {
      queue.dispatch();
      Set<Long> failing = new HashSet<>();
      for (int sent = 0; sent < MOST; sent++) {
        Optional<WebhookQueue.Message> next = queue.claim(failing);
        if (next.isEmpty()) {
          return;
        }
        if (!send(next.get())) {
          failing.add(next.get().webhook());
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Events are left to the next run", e);
    }
  }

  @Schedule(hour = "3", minute = "40", persistent = false)
  void forget() {
    try {
      Batches.all(MOST, keeper::forget);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Old events are left to the next night", e);
    }
  }

  private boolean send(WebhookQueue.Message message) {
    Instant now = time.now();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(message.url()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/cloudevents+json")
            .header("User-Agent", "Registrar")
            .header("webhook-id", message.event())
            .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
            .header(
                "webhook-signature",
                WebhookSignature.of(message.keys(), message.event(), now, message.body()))
            .POST(HttpRequest.BodyPublishers.ofString(message.body()))
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      int status = answer.statusCode();
      if (status >= 200 && status < 300) {
        queue.delivered(message, "HTTP " + status);
        return true;
      }
      queue.failed(message, "HTTP " + status, status == GONE, retryAfter(answer));
    } catch (IOException e) {
      queue.failed(message, e.getClass().getSimpleName(), false, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      queue.failed(message, "interrupted", false, null);
    }
    return false;
  }

  /** The pause an answer asks for, a day at most; null for none. */
  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), 86_400)))
        .orElse(null);
  }
}
