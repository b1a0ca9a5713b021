package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.MeetingStore.Meeting;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;

/** AK-4. Tells students of the approved schedule when and where they come before a commission. */
@ApplicationScoped
class ScheduleNews {

  @Inject private Notices notices;

  /** Tells the student of a protocol. */
  void tell(Commission of, Meeting meeting, Stored protocol) {
    notices.tellStudent(
        protocol.student(),
        "attestation.ak.notice.schedule",
        "/attestation/defence.xhtml?id=" + protocol.uuid(),
        of.designation(),
        meeting.heldOn(),
        meeting.from().toString(),
        meeting.place());
  }
}
