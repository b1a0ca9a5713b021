/**
 * What becomes of a sheet after it is posted: its versions, what proves a printed one, and the
 * signed paper of it (domain 3, 3.1).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SHT-16 rows of a posted sheet change only as its next version, which names the document it
 *       rests on; the earlier versions stay readable (domain 3.1)
 *   <li>SHT-17 the checksum of a posted sheet covers all that is printed of a version; the code
 *       beside it tells whether the paper is genuine, superseded, or no longer what the sheet says
 *       (domain 3)
 *   <li>SHT-18 the signed scan of a version is attached within so many working days; once kept it
 *       stays (domain 3.1)
 * </ul>
 */
package kz.miras.registrar.attestation.amend;
