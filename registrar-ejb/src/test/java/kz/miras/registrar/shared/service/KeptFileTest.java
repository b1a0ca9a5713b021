package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {

  private static final int SERVERS = 8;

  @TempDir private Path directory;

  @Test
  @DisplayName("DOC-21 of servers that make a key in the same moment one wins, and all use that")
  void oneWins() throws Exception {
    ExecutorService servers = Executors.newFixedThreadPool(SERVERS);
    try {
      for (int round = 0; round < 40; round++) {
        Path file = directory.resolve("round-" + round).resolve("key");
        CyclicBarrier together = new CyclicBarrier(SERVERS);
        List<Future<String>> keys = new ArrayList<>();
        for (int i = 0; i < SERVERS; i++) {
          byte[] own = ("server " + i).getBytes(StandardCharsets.UTF_8);
          keys.add(
              servers.submit(
                  () ->
                      new String(
                          KeptFile.of(
                              file,
                              () -> {
                                meet(together);
                                return own;
                              }),
                          StandardCharsets.UTF_8)));
        }
        Set<String> used = new HashSet<>();
        for (Future<String> key : keys) {
          used.add(key.get());
        }
        assertThat(used).hasSize(1);
        assertThat(files(file.getParent())).as("nothing is left beside it").containsExactly("key");
      }
    } finally {
      servers.shutdownNow();
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("DOC-21 a key that cannot be made leaves nothing behind, and is made the next time")
  void failure() throws IOException {
    Path file = directory.resolve("key");
    assertThatThrownBy(
            () ->
                KeptFile.of(
                    file,
                    () -> {
                      throw new IllegalStateException("no entropy");
                    }))
        .hasMessage("no entropy");
    assertThat(files(directory)).isEmpty();
    assertThat(KeptFile.of(file, () -> new byte[] {1})).containsExactly(1);
    assertThat(KeptFile.of(file, () -> new byte[] {2})).containsExactly(1);
    assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("GROUP", "OTHERS");
  }

  @Test
  @DisplayName("DOC-21 where a disk refuses links, however it says so, the key is made by a copy")
  void withoutLinks() throws IOException {
    List<KeptFile.Links> refusing =
        List.of(
            (name, there) -> {
              throw new UnsupportedOperationException();
            },
            (name, there) -> {
              throw new FileSystemException(name.toString(), null, "Operation not permitted");
            });
    for (KeptFile.Links links : refusing) {
      Path file = directory.resolve("disk-" + refusing.indexOf(links)).resolve("key");
      assertThat(KeptFile.of(file, () -> new byte[] {1}, links)).containsExactly(1);
      assertThat(KeptFile.of(file, () -> new byte[] {2}, links)).containsExactly(1);
      assertThat(files(file.getParent())).as("nothing is left beside it").containsExactly("key");
      assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("GROUP", "OTHERS");
    }
  }

  @Test
  @DisplayName("DOC-21 where a disk refuses links and another server was first, its key is kept")
  void withoutLinksSecond() {
    Path file = directory.resolve("key");
    byte[] kept =
        KeptFile.of(
            file,
            () -> {
              KeptFile.of(file, () -> new byte[] {1});
              return new byte[] {2};
            },
            (name, there) -> {
              throw new FileSystemException(name.toString(), null, "Operation not permitted");
            });
    assertThat(kept).containsExactly(1);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(one -> one.getFileName().toString()).toList();
    }
  }
}
