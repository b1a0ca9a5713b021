package kz.miras.registrar.inside;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.service.OrderDesk;

/** Orders about who was promoted. */
final class PromotionOrders {

  private PromotionOrders() {}

  /** An order takes another one back for a student. */
  static void takenBack(String office, String number, long student) throws Exception {
    LocalDate today = Scene.today();
    OrderDesk.Entry entry =
        new OrderDesk.Entry(
            number + "b",
            1,
            today,
            today,
            OrderKind.CANCELLATION,
            null,
            "wrong threshold",
            number,
            new OrderDesk.Terms(null, null, null, null, null, null, null, null, null),
            List.of(PromotionScene.number(student)));
    OrderDesk orders = Inside.bean(OrderDesk.class);
    if (!Inside.as(office, () -> orders.register(entry)).verdict().isAllowed()) {
      throw new IllegalStateException("the order is refused");
    }
  }
}
