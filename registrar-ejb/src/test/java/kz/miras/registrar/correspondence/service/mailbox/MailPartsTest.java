package kz.miras.registrar.correspondence.service.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailPartsTest {

  @Test
  @DisplayName("LTR-4 a page is read as its words, line by line, without what it runs or shows")
  void words() {
    assertThat(
            MailParts.words(
                "<html><HEAD><title>x</title><style>p{}</style></HEAD><body><header>Құрметті</header>"
                    + "<p class='a'>Просим&nbsp;подтвердить:</p><div>1 &lt; 2 &amp;amp; 3</div>"
                    + "<script>alert('<p>')</script >конец<br/>дня</body></html>"))
        .isEqualTo("Құрметті Просим подтвердить:\n1 < 2 &amp; 3\nконец\nдня");
    assertThat(MailParts.words("<head><p>text, and a head that never ends"))
        .isEqualTo("text, and a head that never ends");
    assertThat(MailParts.words("<style>a</style>b<style>c")).isEqualTo("b c");
  }

  @Test
  @DisplayName("LTR-4 a page made to be read for hours is read at once")
  void hostile() {
    for (String piece : List.of("<head ", "<script>", "<", "<br", "</head ", "\n ", "<!--")) {
      String page = piece.repeat(200_000 / piece.length());
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MailParts.words(page), piece);
    }
  }
}
