package kz.miras.registrar.shared.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no template may do to the QR code and the stamp of a signature. */
class TemplateMarksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "color: red ! important",
        "display : none",
        "visibility: hidden",
        "opacity: 0",
        "overflow: hidden",
        "position: absolute",
        "position: fixed; top: 0",
        "position: relative",
        "z-index: 9",
        "transform: translate(0, -90mm)",
        "transform: scale(0)",
        "margin-top: -40mm",
        "margin: 0 0 -30mm 0",
        "} div { transform: rotate(90deg); background: #fff",
        "} * { height: 1mm",
        "} html > body { max-height: 10mm",
        "} p, body { width: 1mm",
        "} :first-child { float: left",
        "} [lang] { width: 0"
      })
  @DisplayName("DOC-65 no style hides or covers what the product shows beside the template")
  void hidesNothing(String style) {
    assertThat(
            TemplateCheck.of(
                    TemplateCheckTest.HEAD.replace("color: #111", style) + "<p>x</p></body></html>")
                .refusals())
        .as(style)
        .extracting(Refusal::code)
        .contains("shared.template.hides");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"class=\"x\"", "id=\"x\"", "style=\"color: red\"", "th:attr=\"class=${t.x}\""})
  @DisplayName("DOC-65 the page itself has no name or look a style could take hold of")
  void pageHasNoName(String attribute) {
    for (String name : List.of("html", "body")) {
      assertThat(
              TemplateCheck.of(
                      TemplateCheckTest.page("<p>x</p>")
                          .replace("<" + name, "<" + name + " " + attribute))
                  .refusals())
          .as(name + " " + attribute)
          .extracting(Refusal::code)
          .containsExactly("shared.template.attribute");
    }
    assertThat(
            TemplateCheck.of(
                    TemplateCheckTest.page(
                        "<p><img th:attr=\"src=${qr}\" style=\"width: 1mm\" alt=\"QR\" /></p>"))
                .refusals())
        .extracting(Refusal::code)
        .containsExactly("shared.template.attribute");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "margin: 3pt 0 2pt",
        "} .a { margin-left: -60mm; transform: rotate(-90deg)",
        "} .foot { position: running(foot)",
        "} ul { list-style-position: inside; background-position: top",
        "} td.x { display: block; width: 20mm; border: 1pt solid",
        "} tr:first-child { height: 3mm"
      })
  @DisplayName("DOC-65 what a page needs for its own look it may say")
  void looksAsItLikes(String style) {
    assertThat(
            TemplateCheck.of(
                    TemplateCheckTest.HEAD.replace("color: #111", style) + "<p>x</p></body></html>")
                .refusals())
        .as(style)
        .isEmpty();
  }
}
