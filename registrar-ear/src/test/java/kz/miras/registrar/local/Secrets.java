package kz.miras.registrar.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Secrets of a local run: taken from the environment, otherwise generated once and kept in a file
 * only its owner may read. Nothing is built in.
 */
final class Secrets {

  /** Told where a start would leave nobody able to sign in. */
  static final String NO_ADMINISTRATOR =
      "There is no account yet, and none is built in. Put a password of 10 characters or more into"
          + " the environment variable REGISTRAR_ADMIN_PASSWORD and start again: the account admin"
          + " is made with it.";

  private static final int SHORTEST_PASSWORD = 10;
  private static final String DATABASE = "REGISTRAR_DB_PASSWORD";
  private static final String SEAL = "REGISTRAR_SEAL_KEY";
  private static final String TOKEN_PUBLIC = "REGISTRAR_TOKEN_PUBLIC_KEY";
  private static final String TOKEN_PRIVATE = "REGISTRAR_TOKEN_PRIVATE_KEY";

  private final Properties kept;

  private Secrets(Properties kept) {
    this.kept = kept;
  }

  static Secrets in(Path home) throws IOException {
    Path file = home.resolve("secrets.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
      return new Secrets(kept);
    }
    kept.setProperty(DATABASE, random());
    kept.setProperty(SEAL, random());
    KeyPair pair = rsa();
    kept.setProperty(TOKEN_PUBLIC, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    kept.setProperty(TOKEN_PRIVATE, encode(pair.getPrivate().getEncoded()));
    Files.createFile(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    try (Writer writer = Files.newBufferedWriter(file)) {
      kept.store(writer, "Generated for this machine; delete it only together with the data");
    }
    return new Secrets(kept);
  }

  /**
   * The variables of the server process.
   *
   * @param outside true for an outside database, whose password must come from the environment
   * @param own what this very run sets itself
   */
  Map<String, String> environment(boolean outside, Map<String, String> own) {
    Map<String, String> environment = new HashMap<>();
    for (String name : new String[] {SEAL, TOKEN_PUBLIC, TOKEN_PRIVATE}) {
      String given = System.getenv(name);
      environment.put(name, given != null ? given : kept.getProperty(name));
    }
    String password = own.getOrDefault(DATABASE, System.getenv(DATABASE));
    if (outside && password == null) {
      throw new StartFailure(
          "No password for the outside MariaDB. Put it into the environment variable "
              + DATABASE
              + " and start again; it is never taken from the command line.");
    }
    environment.put(DATABASE, outside ? password : kept.getProperty(DATABASE));
    String schema = System.getenv("REGISTRAR_DB_SCHEMA_PASSWORD");
    environment.put(
        "REGISTRAR_DB_SCHEMA_PASSWORD", schema != null ? schema : environment.get(DATABASE));
    return environment;
  }

  /** Whether a start with these variables brings somebody who can sign in. */
  static boolean bringAccounts(Map<String, String> own) {
    String given =
        own.getOrDefault(
            "REGISTRAR_ADMIN_PASSWORD",
            System.getenv().getOrDefault("REGISTRAR_ADMIN_PASSWORD", ""));
    return "true".equals(own.get("REGISTRAR_DEMO")) || given.length() >= SHORTEST_PASSWORD;
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN " + kind + "-----\n" + encode(bytes) + "\n-----END " + kind + "-----";
  }
}
