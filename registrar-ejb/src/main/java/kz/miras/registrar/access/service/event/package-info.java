/** Events for other programs: noted with the fact, fed in order, sent to subscriptions. */
package kz.miras.registrar.access.service.event;
