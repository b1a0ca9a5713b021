package kz.miras.registrar.access.service.partner.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, as long as it is no longer than an answer may be. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

  private static final int LARGEST = 64 * 1024;

  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Flow.Subscription source;

  /** More came than an answer has. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (read.size() + part.remaining() > LARGEST) {
        source.cancel();
        whole.completeExceptionally(new TooLong());
        return;
      }
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      read.write(bytes, 0, bytes.length);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    whole.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    whole.complete(read.toByteArray());
  }
}
