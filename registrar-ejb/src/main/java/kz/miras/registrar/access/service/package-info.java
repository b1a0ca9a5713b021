/** Who is calling and what they may do; the audit trail of what they did. */
package kz.miras.registrar.access.service;
