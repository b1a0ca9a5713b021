/** The mailbox of the office: what comes there is registered like any other letter. */
package kz.miras.registrar.correspondence.service.mailbox;
