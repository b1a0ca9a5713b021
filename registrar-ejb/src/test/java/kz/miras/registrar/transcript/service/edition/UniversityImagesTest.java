package kz.miras.registrar.transcript.service.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UniversityImagesTest {

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static String code(String address) {
    return UniversityImages.problem(address).map(Refusal::code).orElse("");
  }

  @Test
  @DisplayName("DOC-32 a crest is a PNG or JPEG of moderate size, and nothing else")
  void images() throws IOException {
    String crest = UniversityImages.address(png(200, 200)).orElseThrow();
    assertThat(crest).startsWith("data:image/png;base64,");
    assertThat(code(crest)).isEmpty();
    assertThat(code(UniversityImages.address(png(5000, 10)).orElseThrow()))
        .isEqualTo("transcript.university.image");
    byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    assertThat(UniversityImages.address(drawing)).isEmpty();
    assertThat(code("data:image/png;base64," + Base64.getEncoder().encodeToString(drawing)))
        .isEqualTo("transcript.university.image");
    assertThat(code("data:image/none")).isEqualTo("transcript.university.image-large");
    assertThat(code("http://elsewhere.example/crest.png"))
        .isEqualTo("transcript.university.image-large");
  }
}
