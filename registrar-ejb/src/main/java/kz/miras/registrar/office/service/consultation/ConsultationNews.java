package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.office.service.consultation.Consultations.Asker;
import kz.miras.registrar.office.service.consultation.Consultations.Holder;
import kz.miras.registrar.office.service.consultation.Consultations.Stored;
import kz.miras.registrar.office.service.consultation.Slots.Slot;

/** What people are told about consultations; nobody is told what they did themselves. */
@ApplicationScoped
class ConsultationNews {

  private static final String KEY = "office.consultation.notice.";
  private static final String PAGE = "/office/consultation.xhtml?id=";
  private static final String FAQ = "/office/faq.xhtml?id=";

  private static final int MOST = 200;

  @Inject private Notices notices;

  void booked(Slot slot, UUID id, Asker asker, Serializable topic) {
    notices.tellAccount(
        slot.hostLogin(), KEY + "booked", PAGE + id, slot.at().start(), asker.name(), topic);
  }

  void cancelled(Slot slot, Stored of) {
    notices.tellAccount(
        slot.hostLogin(),
        KEY + "cancelled",
        PAGE + of.uuid(),
        slot.at().start(),
        of.asker().name());
  }

  void calledOff(Slot slot, Stored of, String reason) {
    tell(of, "called-off", slot.at().start(), brief(reason));
  }

  void moved(Slot before, Slot after, Stored of) {
    tell(
        of,
        "moved",
        before.at().start(),
        after.at().start(),
        brief(after.place() == null ? after.link() : after.place()),
        brief(after.reason()));
  }

  void answered(Stored of) {
    tell(of, "answered", of.topic());
  }

  void corrected(Stored of) {
    tell(of, "corrected", of.topic());
  }

  void missed(Slot slot, Stored of) {
    tell(of, "missed", slot.at().start());
  }

  void handed(Stored of, Holder to, String by) {
    if (!to.login().equals(by)) {
      notices.tellAccount(to.login(), KEY + "handed", PAGE + of.uuid(), of.topic(), of.dueOn());
    }
  }

  void taken(Stored of, String by) {
    if (of.holder() != null && !of.holder().login().equals(by)) {
      notices.tellAccount(of.holder().login(), KEY + "taken", PAGE + of.uuid(), of.topic());
    }
  }

  void proposed(UUID question) {
    notices.tellHolders(Permissions.CONSULTATION_PUBLISH, KEY + "proposed", FAQ + question);
  }

  void published(String proposer, UUID question) {
    notices.tellAccount(proposer, KEY + "published", FAQ + question);
  }

  void returned(String proposer, UUID question, String note) {
    notices.tellAccount(proposer, KEY + "returned", FAQ + question, brief(note));
  }

  /** As much of a text as finds room in a notice; its page has all of it. */
  private static String brief(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }

  /** Who asked reads it under the own account; a student without one, when there is one. */
  private void tell(Stored of, String what, Serializable... args) {
    if (of.asker().login() != null) {
      notices.tellAccount(of.asker().login(), KEY + what, PAGE + of.uuid(), args);
    } else if (of.asker().student() != null) {
      notices.tellStudent(of.asker().student(), KEY + what, PAGE + of.uuid(), args);
    } else if (of.asker().teacher() != null) {
      notices.tellTeacher(of.asker().teacher(), KEY + what, PAGE + of.uuid(), args);
    }
  }
}
