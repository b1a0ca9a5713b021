package kz.miras.registrar.local;

import java.nio.file.Path;
import java.util.Locale;

/** The foreground program behind {@code mvn -Prun}. */
public final class RunLocal {

  private RunLocal() {}

  /** Starts, prints where to go, and stays until Ctrl-C or the server's end. */
  public static void main(String[] args) throws InterruptedException {
    boolean failed = false;
    try {
      Path home =
          Path.of(System.getProperty("registrar.home", System.getProperty("registrar.local")));
      LocalSettings settings = LocalSettings.fromSystemProperties(home, httpPort());
      boolean outside = settings.databaseUrl() != null;
      String demo = System.getProperty("registrar.demo", outside ? "false" : "true");
      settings.environment().put("REGISTRAR_DEMO", demo.toLowerCase(Locale.ROOT));
      settings
          .environment()
          .put("REGISTRAR_DEMO_STUDENTS", System.getProperty("registrar.demo.students", "3000"));
      System.setProperty("registrar.console", "true");
      try (LocalServer server = LocalServer.start(settings)) {
        String data = outside ? settings.databaseUrl() : settings.home().toString();
        System.out.println(Banner.text(server.baseUrl(), Boolean.parseBoolean(demo), data));
        String ended = server.awaitEnd();
        if (!server.isStopping()) {
          System.out.println(
              "[ERROR] "
                  + ended
                  + " Nobody asked it to; the next start recovers by itself. Look into "
                  + settings.home().resolve("wildfly/log/server.log"));
          failed = true;
        }
      }
      System.out.println("Registrar has stopped.");
      if (failed) {
        Runtime.getRuntime().exit(1);
      }
    } catch (StartFailure e) {
      System.out.println("[ERROR] " + e.getMessage());
      Runtime.getRuntime().exit(1);
    }
  }

  private static int httpPort() {
    String text = System.getProperty("registrar.http.port", "8080");
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new StartFailure("-Dregistrar.http.port=" + text + " is no port; give 1 to 65535.");
  }
}
