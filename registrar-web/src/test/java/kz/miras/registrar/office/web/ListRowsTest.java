package kz.miras.registrar.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.ListView.Column;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListRowsTest {

  @Test
  @DisplayName("a name is shown in the reader's language, also where it has no English one")
  void names() {
    Column kind = Column.names("kind", "k.name");
    assertThat(ListRows.shown(kind, "анықтама\u001fсправка\u001f", Language.RU))
        .isEqualTo("справка");
    assertThat(ListRows.shown(kind, "анықтама\u001fсправка\u001fcertificate", Language.EN))
        .isEqualTo("certificate");
    assertThat(ListRows.shown(kind, "анықтама\u001fсправка\u001f", Language.EN)).isNotNull();
  }
}
