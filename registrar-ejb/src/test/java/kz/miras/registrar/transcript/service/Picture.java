package kz.miras.registrar.transcript.service;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages as pictures in {@code target/documents}, to be looked at, and a picture for pages. */
public final class Picture {

  private static final Path PICTURES = Path.of("target/documents");
  private static final int DPI = 90;

  private Picture() {}

  /** Keeps the pages of a file under a name. */
  public static void of(byte[] pdf, String name) throws IOException {
    Files.createDirectories(PICTURES);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        ImageIO.write(
            renderer.renderImageWithDPI(page, DPI),
            "png",
            PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
    }
  }

  /** A crest of no university as a data address. */
  public static String sample() {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, 200, 200);
    drawing.setColor(new Color(29, 58, 95));
    drawing.fillOval(10, 10, 180, 180);
    drawing.setColor(Color.WHITE);
    drawing.fillOval(50, 50, 100, 100);
    drawing.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
