package kz.miras.registrar.ministry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;

/**
 * Starts the stand-ins of the platform and of the gateway until they are stopped: {@code mvn
 * -Pministry-stub}. The gateway brings its late answers to the demo a few seconds after it was
 * asked.
 */
public final class RunStub {

  private static final String PASSWORD = "stub";

  /** Of the files with the keys: their tool wants six characters. */
  private static final String OF_KEYS = "only-a-stub";

  private static final String SERVICE = "MIRAS_TEST";
  private static final int LATE = 5;
  private static final int OK = 200;

  private RunStub() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, CertificateEncodingException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("stub.folder")));
    GatewayKeys ours = GatewayKeys.in(folder.resolve("miras.p12"), "miras", OF_KEYS);
    GatewayKeys theirs = GatewayKeys.in(folder.resolve("gateway.p12"), "gateway", OF_KEYS);
    Path certificate = folder.resolve("gateway.cer");
    Files.writeString(
        certificate,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(theirs.certificate().getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    String demo = System.getProperty("stub.demo", "http://127.0.0.1:8080");
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    try (PlatformStub platform =
            new PlatformStub(Integer.getInteger("stub.port", 8899), "miras", PASSWORD);
        GatewayStub gateway =
            new GatewayStub(
                Integer.getInteger("stub.gateway.port", 8898),
                theirs,
                ours.certificate(),
                SERVICE)) {
      platform.also("/stub/", new StubControls(platform, gateway)::serve);
      gateway.whenTaken(
          message -> later.schedule(() -> bring(gateway, message, demo), LATE, TimeUnit.SECONDS));
      Path environment = folder.resolve("environment");
      Files.write(
          environment,
          List.of(
              "export REGISTRAR_EPVO_URL=" + platform.url(),
              "export REGISTRAR_EPVO_UNIVERSITY=999",
              "export REGISTRAR_EPVO_USER=miras",
              "export REGISTRAR_EPVO_PASSWORD=" + PASSWORD,
              "export REGISTRAR_SHEP_SENDER=miras",
              "export REGISTRAR_SHEP_PASSWORD=" + PASSWORD,
              "export REGISTRAR_SHEP_SYNC_URL=" + gateway.url() + "/sync",
              "export REGISTRAR_SHEP_ASYNC_URL=" + gateway.url() + "/async",
              "export REGISTRAR_SHEP_KEYSTORE=" + folder.resolve("miras.p12"),
              "export REGISTRAR_SHEP_KEYSTORE_PASSWORD=" + OF_KEYS,
              "export REGISTRAR_SHEP_CERTIFICATE=" + certificate));
      System.out.println("The platform (ЕПВО) is at " + platform.url());
      System.out.println("The gateway (ШЭП) is at " + gateway.url() + ", its service " + SERVICE);
      System.out.println("In another window: . " + environment + " && mvn -Prun");
      new CountDownLatch(1).await();
    }
  }

  private static void bring(GatewayStub gateway, GatewayMessage message, String demo) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(demo + "/api/gateway/async"))
                      .header("Content-Type", "text/xml; charset=utf-8")
                      .POST(
                          HttpRequest.BodyPublishers.ofByteArray(
                              gateway.late(message.messageId(), "<answer>ok</answer>")))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      System.out.println(
          "The answer to "
              + message.messageId()
              + (answer.statusCode() == OK ? " was brought" : " was not taken: " + answer.body()));
    } catch (IOException e) {
      System.out.println("The answer to " + message.messageId() + " was not brought: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
