package kz.miras.registrar.shared.service;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws QR codes. */
final class QrImage {

  private static final int MODULE_PIXELS = 6;

  /** Letters from which on a code is a long one. */
  private static final int LONG_CODE = 120;

  /**
   * White and black as a palette in this order: as a palette the library that makes the files takes
   * an image over as it is, while it draws shades of grey anew dot by dot.
   */
  private static final IndexColorModel PAPER_AND_INK =
      new IndexColorModel(1, 2, new byte[] {-1, 0}, new byte[] {-1, 0}, new byte[] {-1, 0});

  private QrImage() {}

  /**
   * A QR code as an image that needs no other file: whole pixels for each of its modules, so that a
   * long one stays as sharp as a short one. What has a signature of its own needs fewer repairs.
   */
  static String of(String text) {
    try {
      BitMatrix bits =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  1,
                  1,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      text.length() > LONG_CODE ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      2));
      int size = bits.getWidth() * MODULE_PIXELS;
      BufferedImage image =
          new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY, PAPER_AND_INK);
      for (int x = 0; x < size; x++) {
        for (int y = 0; y < size; y++) {
          if (bits.get(x / MODULE_PIXELS, y / MODULE_PIXELS)) {
            image.getRaster().setSample(x, y, 0, 1);
          }
        }
      }
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (WriterException | IOException e) {
      throw new IllegalStateException("a QR code cannot be drawn", e);
    }
  }
}
