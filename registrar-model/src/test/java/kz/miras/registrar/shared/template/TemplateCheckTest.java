package kz.miras.registrar.shared.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {

  static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:th="http://www.thymeleaf.org">
      <head><title th:text="${words.of('transcript.title')}">T</title>
      <style>body { font-family: 'PT Serif'; color: #111 }</style></head>
      <body>
      """;

  private static final int BODY = 6;

  static String page(String body) {
    return HEAD + body + "\n</body></html>\n";
  }

  private static Arguments hostile(String what, String body) {
    return Arguments.of(what, page(body), BODY);
  }

  private static Arguments valued(String expression) {
    return hostile(expression, "<p th:text=\"${" + expression + "}\">x</p>");
  }

  private static Arguments styled(String style) {
    return Arguments.of(style, HEAD.replace("color: #111", style) + "<p>x</p></body></html>", 4);
  }

  static Stream<Arguments> hostile() {
    Stream<Arguments> expressions =
        Stream.of(
                "T(java.lang.Runtime).getRuntime().exec('id')",
                "@java.lang.Runtime@getRuntime().exec('id')",
                "new java.io.File('/etc/passwd')",
                "#ctx",
                "#ctx.getVariable('x')",
                "#vars.x",
                "#root",
                "#execInfo.templateName",
                "#strings.repeat('x', 999999999)",
                "t.class",
                "t.getClass().forName('java.lang.Runtime')",
                "t.holder.level.declaringClass.classLoader",
                "''.getClass()",
                "''.class.forName('java.lang.System').exit(0)",
                "words.getClass().getClassLoader()",
                "t.hashCode()",
                "t.wait(100000000)",
                "t.notifyAll()",
                "t.number.getBytes()",
                "t.number.concat('x')",
                "t.record.terms.add(t)",
                "t.record.terms.clear(1)",
                "t.setNumber('1')",
                "t.number = '1'",
                "{1, 2, 3}",
                "t.record.terms.{? true}",
                "t.record.terms[0].getClass()",
                "t['class']",
                "'a' instanceof 'b'",
                "__${t.number}__",
                "t.number == \\u0027x",
                "system('id')",
                "\"x\"",
                "param.x",
                "session.x",
                "t.module.name",
                "99999999999999",
                "words.of('x'",
                "words.of('x') words.of('y')",
                "t..number",
                "t.number ? 'a'",
                "1 / 0",
                "t.number % 2",
                "(".repeat(60) + "1" + ")".repeat(60),
                "t.number + '" + "x".repeat(1200) + "'")
            .map(expression -> valued(expression.replace("\"", "&quot;").replace("<", "&lt;")));
    Stream<Arguments> markup =
        Stream.of(
            hostile("utext", "<p th:utext=\"${t.number}\">x</p>"),
            hostile("insert", "<p th:insert=\"~{sheet}\">x</p>"),
            hostile("replace", "<p th:replace=\"~{file:/etc/passwd}\">x</p>"),
            hostile("include", "<p th:include=\"sheet\">x</p>"),
            hostile("inline", "<p th:inline=\"javascript\">x</p>"),
            hostile("fragment", "<p th:fragment=\"x\">x</p>"),
            hostile("remove", "<p th:remove=\"all\">x</p>"),
            hostile("onclick by attr", "<p th:attr=\"onclick=${t.number}\">x</p>"),
            hostile("href by attr", "<p th:attr=\"href=${t.number}\">x</p>"),
            hostile("style by attr", "<p th:attr=\"style=${t.number}\">x</p>"),
            hostile("src built", "<img th:attr=\"src=${'file:///etc/passwd'}\" alt=\"\" />"),
            hostile("selection", "<p th:text=\"*{number}\">x</p>"),
            hostile("link", "<p th:text=\"@{/x}\">x</p>"),
            hostile("message", "<p th:text=\"#{x}\">x</p>"),
            hostile("fragment expression", "<p th:text=\"~{x}\">x</p>"),
            hostile("two expressions", "<p th:text=\"${t.number}${t.number}\">x</p>"),
            hostile("literal substitution", "<p th:text=\"|${t.number}|\">x</p>"),
            hostile("preprocessing", "<p th:text=\"__${t.number}__\">x</p>"),
            hostile("each of a call", "<p th:each=\"x : ${#numbers.sequence(1, 99999)}\">x</p>"),
            hostile("each without a name", "<p th:each=\"${t.record.terms}\">x</p>"),
            hostile("with a fragment", "<p th:with=\"x=~{sheet}\">x</p>"),
            hostile("inlined text", "<p>[[${t.class}]]</p>"),
            hostile("inlined raw text", "<p>[(${t.number})]</p>"),
            hostile("inlined comment", "<!-- [[${t.class}]] -->"),
            hostile("inlined after letters that grow", "ŉ".repeat(900) + "[[${t.class}]]"),
            hostile("hidden comment block", "<!--/*/ <p th:utext=\"${t}\">x</p> /*/-->"),
            hostile("cdata", "<p><![CDATA[ x ]]></p>"),
            hostile("processing instruction", "<?php system('id'); ?>"),
            hostile("style sheet", "<?xml-stylesheet href=\"http://evil.example/x.css\"?>"),
            hostile("script", "<script>alert(1)</script>"),
            hostile("link element", "<link rel=\"stylesheet\" href=\"http://evil.example/x\" />"),
            hostile("object", "<object data=\"file:///etc/passwd\"></object>"),
            hostile("frame", "<iframe src=\"file:///etc/passwd\"></iframe>"),
            hostile("anchor", "<a href=\"file:///etc/passwd\">x</a>"),
            hostile("svg", "<svg><image href=\"http://evil.example\" /></svg>"),
            hostile("base", "<base href=\"http://evil.example/\" />"),
            hostile("form", "<form action=\"http://evil.example\"></form>"),
            hostile("refresh", "<meta http-equiv=\"refresh\" content=\"0\" />"),
            hostile("image by http", "<img src=\"http://evil.example/x.png\" alt=\"\" />"),
            hostile("image by file", "<img src=\"file:///etc/passwd\" alt=\"\" />"),
            hostile("image by jar", "<img src=\"jar:file:/x.jar!/y\" alt=\"\" />"),
            hostile("image beside", "<img src=\"../x.png\" alt=\"\" />"),
            hostile("vector image", "<img src=\"data:image/svg+xml;base64,AAAA\" alt=\"\" />"),
            hostile("text as image", "<img src=\"data:text/html;base64,AAAA\" alt=\"\" />"),
            hostile("style attribute", "<p style=\"background: url(http://evil.example)\">x</p>"),
            hostile(
                "other prefix", "<p xmlns:x=\"http://www.thymeleaf.org\" x:utext=\"${t}\">x</p>"),
            hostile("data-th", "<p data-th-utext=\"${t}\">x</p>"),
            hostile("huge span", "<table><tr><td colspan=\"100000000\">x</td></tr></table>"),
            hostile("unclosed", "<p>x"),
            hostile("unknown entity", "<p>&evil;</p>"),
            hostile(
                "loops within loops",
                "<p th:each=\"a : ${t.x}\"><b th:each=\"a : ${t.x}\"><b th:each=\"a : ${t.x}\">"
                    + "<b th:each=\"a : ${t.x}\"><b th:each=\"a : ${t.x}\"><b th:each=\"a : ${t.x}\">"
                    + "<b th:each=\"a : ${t.x}\">x</b></b></b></b></b></b></p>"));
    Stream<Arguments> styles =
        Stream.of(
                "background: url(http://evil.example/x.png)",
                "background: url( 'file:///etc/passwd' )",
                "background: u\\72l(http://evil.example)",
                "background: URL(jar:file:/x)",
                "background: url(data:image/svg+xml;base64,AA)",
                "} @import 'http://evil.example/x.css'; x {",
                "} @font-face { font-family: x } x {",
                "width: expression(alert(1))",
                "width: 99999999mm",
                "content: url(file:///etc/passwd)")
            .map(TemplateCheckTest::styled);
    return Stream.of(expressions, markup, styles).flatMap(one -> one);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("DOC-31 a template that reaches out is refused, with its line")
  void refused(String what, String source, int line) {
    Verdict verdict = TemplateCheck.of(source);
    assertThat(verdict.refusals()).as(what).isNotEmpty();
    Refusal first = verdict.refusals().get(0);
    assertThat(first.rule()).isEqualTo("DOC-31");
    assertThat(first.field()).isEqualTo("source");
    assertThat((Integer) first.args().get(0)).as(what).isBetween(line, line + 1);
  }

  @Test
  @DisplayName("DOC-31 a document type or an entity is refused wherever it stands")
  void documentType() {
    String external = HEAD.replace("?>\n", "?>\n<!DOCTYPE x SYSTEM \"file:///etc/passwd\">\n");
    assertThat(TemplateCheck.of(external + "</body></html>").refusals())
        .extracting(Refusal::code)
        .containsExactly("shared.template.doctype");
    String laughs =
        HEAD.replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>\n");
    assertThat(TemplateCheck.of(laughs + "&b;</body></html>").isAllowed()).isFalse();
  }

  @Test
  @DisplayName("DOC-31 a template is no larger than one is written")
  void size() {
    assertThat(TemplateCheck.of(page("x".repeat(TemplateCheck.LONGEST))).isAllowed()).isFalse();
    String many = IntStream.range(0, 5000).mapToObj(i -> "<b>x</b>").collect(Collectors.joining());
    assertThat(TemplateCheck.of(page(many)).isAllowed()).isFalse();
    assertThat(TemplateCheck.of(page("<div>".repeat(70) + "</div>".repeat(70))).isAllowed())
        .isFalse();
  }

  @Test
  @DisplayName("DOC-31 a template has a body, and ends with it, where a signature is shown")
  void end() {
    String open = HEAD.replace("<body>\n", "");
    for (String source :
        List.of(
            open + "</html>",
            open + "<body/></html>",
            HEAD + "</body><!-- </body> --></html>",
            HEAD + "</body ></html>")) {
      assertThat(TemplateCheck.of(source).refusals())
          .as(source)
          .extracting(Refusal::code)
          .containsExactly("shared.template.end");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "th:if=\"${t.x}\"",
        "th:unless=\"${t.x}\"",
        "th:each=\"a : ${t.x}\"",
        "th:text=\"${t.x}\""
      })
  @DisplayName("DOC-31 the body of a template is there whatever its values are, and once")
  void bodyStays(String attribute) {
    for (String name : List.of("html", "body")) {
      String source = page("<p>x</p>").replace("<" + name, "<" + name + " " + attribute);
      assertThat(TemplateCheck.of(source).refusals())
          .as(source)
          .extracting(Refusal::code)
          .containsExactly("shared.template.attribute");
    }
  }

  @Test
  @DisplayName("DOC-31 what a template needs it may say")
  void allowed() {
    String body =
        """
        <div th:each="part, at : ${parts}" th:with="words=${part.words}, name=${part.name}"
          th:attr="lang=${words.tag()},class=${at.first and !at.last ? 'a' : 'b'}">
        <p th:if="${t.number != null and (t.pages gt 1 or t.copies &lt;= 2)}"
          th:text="${words.of('transcript.order', t.number) + ', ' + words.day(t.date)}">x</p>
        <img th:attr="src=${qr}" alt="QR" /><img src="data:image/png;base64,iVBORw0KGgo=" alt="" />
        <p th:unless="${t.rows.isEmpty()}" style="background: url(data:image/png;base64,iVBO)">x</p>
        <th:block th:each="one : ${t.rows}"><b th:text="${one.credits * t.hours + 1}">1</b></th:block>
        </div>
        """;
    assertThat(TemplateCheck.of(page(body)).refusals()).isEmpty();
  }

  /** A value of the model. */
  public record Line(String name, int credits, List<String> notes, Map<String, Integer> counts) {}

  private final TemplateExpressions expressions = new TemplateExpressions();

  private Object value(String source) {
    Line line = new Line("Алгебра", 5, List.of("a", "b"), Map.of("A", 2));
    return expressions.value(source, Map.of("l", line, "quiet", new Object())::get);
  }

  @Test
  @DisplayName("DOC-31 an expression reads what it is given, joins, compares and chooses")
  void reads() {
    assertThat(value("l.name + ' (' + l.credits + ')'")).isEqualTo("Алгебра (5)");
    assertThat(value("l.credits * 30 + 1")).isEqualTo(151L);
    assertThat(value("l.credits gt 4 and !l.notes.isEmpty() ? 'yes' : 'no'")).isEqualTo("yes");
    assertThat(value("l.counts.A == 2 && l.counts.get('B') == null")).isEqualTo(true);
    assertThat(value("l.notes.get(1) + l.notes.size()")).isEqualTo("b2");
    assertThat(value("nobody.name == null")).isEqualTo(true);
    assertThat(value("'' + nobody")).isEqualTo("");
  }

  @Test
  @DisplayName("DOC-31 a text that doubles itself is stopped before it fills the memory")
  void doubles() {
    String text = "x".repeat(30_000);
    assertThat(expressions.value("t", Map.of("t", text)::get)).isEqualTo(text);
    assertThatThrownBy(() -> expressions.value("t + t", Map.of("t", text)::get))
        .isInstanceOf(ExpressionException.class)
        .hasMessageStartingWith("shared.template.long");
  }

  @Test
  @DisplayName("DOC-31 an expression that passes for a path still reads no foreign class")
  void readsNothingElse() {
    for (String source :
        List.of("quiet.x", "quiet.toString()", "l.name.chars()", "l.notes.stream()", "l.other")) {
      assertThatThrownBy(() -> value(source)).as(source).isInstanceOf(ExpressionException.class);
    }
  }
}
