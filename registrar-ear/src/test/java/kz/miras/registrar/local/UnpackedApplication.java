package kz.miras.registrar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The application unpacked into a folder as the README says, where its commands run.
 *
 * @param lines of the README's block, each with those it is continued on
 */
public record UnpackedApplication(Path folder, List<String> lines) {

  private static final Pattern VARIABLE = Pattern.compile("\\b(REGISTRAR_[A-Z_]+)=");

  /** How a command ended, and what it wrote. */
  public record Ended(int code, String said) {}

  /** Unpacks it, as its README says. */
  public static UnpackedApplication in(Path folder) throws IOException {
    List<String> lines =
        block(Files.readString(Path.of(System.getProperty("registrar.root"), "README.md")));
    String first = lines.get(0);
    assertThat(first).contains("unzip -q ../registrar.ear", "cp …/mariadb-java-client.jar .");
    Path ear = Path.of(System.getProperty("registrar.ear"));
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(ear)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && target.startsWith(folder)) {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
    Files.copy(
        Path.of(System.getProperty("registrar.driver")), folder.resolve("mariadb-java-client.jar"));
    return new UnpackedApplication(folder, lines);
  }

  /** The indented block that names the commands. */
  static List<String> block(String readme) {
    return Pattern.compile("\n\n")
        .splitAsStream(readme)
        .filter(part -> part.startsWith("    ") && part.contains("VerifyRegistrations"))
        .findFirst()
        .orElseThrow()
        .replaceAll("\\\\\n\\s+", "")
        .lines()
        .map(String::strip)
        .toList();
  }

  /** The README's command of a program, its place-holders filled in. */
  List<String> command(TestServer server, String program) throws SQLException {
    try (Connection connection = server.database()) {
      return command(
          program,
          connection.getMetaData().getURL(),
          connection.getMetaData().getUserName().replaceAll("@.*", ""));
    }
  }

  private List<String> command(String program, String url, String user) {
    String line =
        lines.stream()
            .filter(one -> one.startsWith("java ") && one.contains("." + program + " "))
            .findFirst()
            .orElseThrow();
    List<String> words = new ArrayList<>(List.of(line.replace("\"", "").split(" +")));
    int classPath = words.indexOf("-cp") + 1;
    words.set(classPath, words.get(classPath).replace(":", File.pathSeparator));
    words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    int address = words.indexOf("jdbc:mariadb://host:3306/registrar");
    words.set(address, url);
    words.set(address + 1, user);
    return words;
  }

  /** Runs a command with the variables the README exports, and none else. */
  Ended run(TestServer server, String program)
      throws IOException, InterruptedException, SQLException {
    return run(command(server, program), server::secret);
  }

  /**
   * The same, of a database named by its address.
   *
   * @param secrets what the variables hold, by their names
   */
  public Ended run(String program, String url, String user, UnaryOperator<String> secrets)
      throws IOException, InterruptedException {
    return run(command(program, url, user), secrets);
  }

  private Ended run(List<String> command, UnaryOperator<String> secrets)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Path out = folder.resolve("said.txt");
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("REGISTRAR_"));
    environment.put("LC_ALL", "C.UTF-8");
    String export = lines.stream().filter(one -> one.startsWith("export ")).findFirst().get();
    for (Matcher found = VARIABLE.matcher(export); found.find(); ) {
      environment.put(found.group(1), secrets.apply(found.group(1)));
    }
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }
}
