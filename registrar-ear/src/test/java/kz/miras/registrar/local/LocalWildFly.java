package kz.miras.registrar.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One WildFly process with a base directory of its own, set up by the same script administrators
 * use.
 */
final class LocalWildFly implements AutoCloseable {

  private static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx2g",
          "-XX:MetaspaceSize=160m",
          "-XX:+UseParallelGC",
          "-XX:TieredStopAtLevel=4",
          "-Xshare:auto",
          "-Djava.net.preferIPv4Stack=true",
          "-Djava.awt.headless=true",
          "-Djboss.modules.system.pkgs=org.jboss.byteman",
          // a first start loads the demonstration university before the application is up
          "-Djboss.as.management.blocking.timeout=1800",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8",
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  private final Process process;
  private final int httpPort;
  private final int managementPort;

  private LocalWildFly(Process process, int httpPort, int managementPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.managementPort = managementPort;
  }

  /** Prepares the base directory where needed and starts the server with the application. */
  static LocalWildFly start(
      LocalSettings settings, int httpPort, int managementPort, Map<String, String> environment) {
    Path base = settings.home().resolve("wildfly");
    try {
      prepare(settings, base, environment);
      // what an earlier start said is no cause of this one's failure
      Files.deleteIfExists(base.resolve("log/server.log"));
      Path deployments = base.resolve("deployments");
      try (Stream<Path> old = Files.list(deployments)) {
        for (Path file : old.filter(f -> f.toString().contains("registrar.ear")).toList()) {
          Files.delete(file);
        }
      }
      Path more = settings.serverFiles().resolve("deployments");
      if (Files.isDirectory(more)) {
        copyTree(more, deployments);
      }
      Files.copy(settings.application(), deployments.resolve("registrar.ear"));
      Files.createFile(deployments.resolve("registrar.ear.dodeploy"));
      List<String> command = new ArrayList<>(java());
      command.addAll(JVM);
      command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
      command.add(
          "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"));
      command.add("-jar");
      command.add(settings.wildfly().resolve("jboss-modules.jar").toString());
      command.add("-mp");
      command.add(settings.wildfly().resolve("modules").toString());
      command.add("org.jboss.as.standalone");
      command.add("-Djboss.home.dir=" + settings.wildfly());
      command.add("-Djboss.server.base.dir=" + base);
      command.add("-Djboss.http.port=" + httpPort);
      command.add("-Djboss.management.http.port=" + managementPort);
      command.add("-Djboss.https.port=0");
      command.add("-Djboss.bind.address=" + System.getProperty("registrar.bind", "127.0.0.1"));
      ProcessBuilder builder = new ProcessBuilder(command).directory(base.toFile());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      if (Boolean.getBoolean("registrar.console")) {
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      } else {
        builder.redirectOutput(base.resolve("log/console.log").toFile());
      }
      return new LocalWildFly(builder.start(), httpPort, managementPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> java() {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  private static void prepare(LocalSettings settings, Path base, Map<String, String> environment)
      throws IOException {
    Path cli = settings.serverFiles().resolve("configure.cli");
    String wanted =
        Integer.toHexString(Files.readString(cli).hashCode()) + " " + settings.wildfly() + " 1";
    Path stamp = base.resolve("configured");
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return;
    }
    installDriver(settings);
    LocalServer.deleteTree(base);
    copyTree(settings.wildfly().resolve("standalone"), base);
    Files.createDirectories(base.resolve("log"));
    Path script = base.resolve("configure-offline.cli");
    Files.writeString(
        script,
        "embed-server --std-out=discard --server-config=standalone.xml\n"
            + Files.readString(cli)
            + "\nstop-embedded-server\n");
    List<String> command = new ArrayList<>(java());
    command.add("-Djboss.home.dir=" + settings.wildfly());
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Dorg.wildfly.logging.skipLogManagerCheck=true");
    command.addAll(JVM.stream().filter(a -> a.startsWith("--add")).toList());
    command.add("-jar");
    command.add(settings.wildfly().resolve("jboss-modules.jar").toString());
    command.add("-mp");
    command.add(settings.wildfly().resolve("modules").toString());
    command.add("org.jboss.as.cli");
    command.add("--file=" + script);
    File log = base.resolve("log/configure.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(environment);
    builder.environment().put("JBOSS_HOME", settings.wildfly().toString());
    Process process = builder.start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new StartFailure("The server could not be configured; see " + log);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while configuring the server.");
    }
    Files.writeString(stamp, wanted);
  }

  private static void installDriver(LocalSettings settings) throws IOException {
    Path module = settings.wildfly().resolve("modules/org/mariadb/main");
    Files.createDirectories(module);
    Files.copy(
        settings.serverFiles().resolve("modules/org/mariadb/main/module.xml"),
        module.resolve("module.xml"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        settings.driver(),
        module.resolve("mariadb-java-client.jar"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  Process process() {
    return process;
  }

  int httpPort() {
    return httpPort;
  }

  int managementPort() {
    return managementPort;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
