/** What documents about no single student are about: sheets, groups, protocols. */
package kz.miras.registrar.transcript.service.subject;
