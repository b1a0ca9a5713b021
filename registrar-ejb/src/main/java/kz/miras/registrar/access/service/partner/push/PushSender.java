package kz.miras.registrar.access.service.partner.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import kz.miras.registrar.access.partner.PushFailure;
import kz.miras.registrar.access.service.partner.AnswerKey;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Sends one message to one address. It follows no redirection, waits for no answer longer than its
 * patience and reads no more of it than an answer has.
 */
@ApplicationScoped
class PushSender {

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Shorter than a message is claimed for. */
  private static final Duration PATIENCE_WITH_FILES = Duration.ofSeconds(60);

  private static final int ANSWERED = 200;
  private static final int FAULTED = 500;

  /** One for all: each client has a thread and connections of its own. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Inject private AnswerKey key;
  @Inject private UniversityTime time;

  PushOutcome send(Parcel parcel) {
    PushEnvelope.Written message =
        PushEnvelope.write(parcel, time.now().atZone(time.zone()).toOffsetDateTime(), key.pair());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(parcel.endpoint()))
            .header("Content-Type", message.type())
            .header("SOAPAction", "\"\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()))
            .build();
    Duration patience = parcel.files().isEmpty() ? PATIENCE : PATIENCE_WITH_FILES;
    CompletableFuture<HttpResponse<byte[]>> answer =
        CLIENT.sendAsync(request, head -> new LimitedBody());
    try {
      // the whole answer in time, not only its first byte
      return told(answer.get(patience.toSeconds(), TimeUnit.SECONDS), parcel);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return PushOutcome.of(PushFailure.TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      return PushOutcome.of(PushFailure.TIMEOUT);
    } catch (ExecutionException e) {
      return PushOutcome.of(failure(e.getCause()));
    }
  }

  private static PushOutcome told(HttpResponse<byte[]> answer, Parcel parcel) {
    int status = answer.statusCode();
    // faults come with status 500
    PushOutcome said =
        status == ANSWERED || status == FAULTED
            ? PushEnvelope.read(answer.body(), parcel.item().id().toString())
            : PushOutcome.of(PushFailure.GARBAGE);
    return status == ANSWERED || said.failure() != PushFailure.GARBAGE && said.failure() != null
        ? said
        : new PushOutcome(PushFailure.STATUS, "HTTP " + status);
  }

  private static PushFailure failure(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof SSLException) {
        return PushFailure.TLS;
      }
      if (one instanceof LimitedBody.TooLong) {
        return PushFailure.GARBAGE;
      }
      if (one instanceof HttpTimeoutException) {
        return PushFailure.TIMEOUT;
      }
    }
    return PushFailure.UNREACHABLE;
  }
}
