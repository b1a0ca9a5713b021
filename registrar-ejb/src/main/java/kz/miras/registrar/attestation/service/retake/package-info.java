/** FX retakes and individual schedules in the container. */
package kz.miras.registrar.attestation.service.retake;
