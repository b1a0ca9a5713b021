package kz.miras.registrar.transcript;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first QR code printed in a file, read off its pages as a camera reads it. */
public final class PrintedQr {

  // a camera moves nearer where it does not find a code: the reader used here misses a few of a
  // hundred codes at any one size
  private static final float[] SIZES = {200, 150, 300, 120, 250};

  private PrintedQr() {}

  /** What the code says. */
  public static String read(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer paper = new PDFRenderer(document);
      for (float dpi : SIZES) {
        for (int page = 0; page < document.getNumberOfPages(); page++) {
          Optional<String> code = read(paper.renderImageWithDPI(page, dpi));
          if (code.isPresent()) {
            return code.get();
          }
        }
      }
    }
    throw new AssertionError("no QR code on any page");
  }

  private static Optional<String> read(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    RGBLuminanceSource light =
        new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(light)),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
