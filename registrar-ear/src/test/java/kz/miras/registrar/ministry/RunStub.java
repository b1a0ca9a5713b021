package kz.miras.registrar.ministry;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Starts the stand-in of the platform until it is stopped: {@code mvn -Pministry-stub}. */
public final class RunStub {

  private static final int PORT = 8899;

  private RunStub() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = Integer.getInteger("stub.port", PORT);
    try (PlatformStub stub = new PlatformStub(port, "miras", "stub")) {
      System.out.println(
          "REGISTRAR_EPVO_URL="
              + stub.url()
              + " REGISTRAR_EPVO_UNIVERSITY=999 REGISTRAR_EPVO_USER=miras"
              + " REGISTRAR_EPVO_PASSWORD=stub");
      new CountDownLatch(1).await();
    }
  }
}
