package kz.miras.registrar.transcript.service.diploma;
