/** Notices that also go by e-mail: gathered after they were committed, sent apart from them. */
package kz.miras.registrar.access.service.mail;
