package kz.miras.registrar.transcript.service.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Time stamps of an authority, asked by RFC 3161 over HTTP. */
final class TimeStamps implements TSPSource {

  private static final long serialVersionUID = 1L;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int LARGEST = 64 * 1024;

  /** One for all: each client has a thread and connections of its own. */
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final String address;

  TimeStamps(String address) {
    this.address = address;
  }

  @Override
  public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest asked =
        generator.generate(
            new ASN1ObjectIdentifier(algorithm.getOid()),
            digest,
            new BigInteger(64, new SecureRandom()));
    try {
      TimeStampResponse response = new TimeStampResponse(answer(asked.getEncoded()));
      response.validate(asked);
      if (response.getTimeStampToken() == null) {
        throw new IllegalStateException(
            address + " gives no time stamp: " + response.getStatusString());
      }
      return new TimestampBinary(response.getTimeStampToken().getEncoded());
    } catch (IOException | TSPException e) {
      throw new IllegalStateException(address + " gives no time stamp", e);
    }
  }

  private byte[] answer(byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200 || response.body().length > LARGEST) {
        throw new IOException("answered " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
