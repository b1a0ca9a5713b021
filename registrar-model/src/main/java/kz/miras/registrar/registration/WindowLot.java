package kz.miras.registrar.registration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kz.miras.registrar.shared.Checksum;

/**
 * WIN-5. The lot that draws a student's wave: the first eight bytes of SHA-256 over {@code
 * <window>:<student number>}, as an unsigned number, modulo the number of waves. It is published,
 * the same whenever it is drawn, and nobody can choose it: the window's name is random.
 */
public final class WindowLot {

  private WindowLot() {}

  /**
   * The wave of a student.
   *
   * @param window public id of the window
   * @param waves from 1
   * @return from 0 to {@code waves - 1}
   */
  public static int wave(UUID window, String studentNo, int waves) {
    byte[] hash = Checksum.sha256((window + ":" + studentNo).getBytes(StandardCharsets.UTF_8));
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), waves);
  }
}
