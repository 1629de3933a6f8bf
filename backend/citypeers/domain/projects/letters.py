"""The letters about projects, and what is told in them."""

from collections.abc import Mapping

from citypeers.core.mail import Words, group, words
from citypeers.domain.projects.editing.states import ProjectVerb

PROJECTS = group("projects", {"en": "Projects", "de": "Projekte", "es": "Proyectos", "pt": "Projetos"})
PROJECT_STEP = words(
    "project-step",
    {
        "en": Words("{title}: {what}", ("Hello {name},", "{what}: “{title}”.", "{reason}"), "Open the project"),
        "de": Words("{title}: {what}", ("Guten Tag {name},", "{what}: „{title}“.", "{reason}"), "Projekt öffnen"),
        "es": Words("{title}: {what}", ("Hola, {name}:", "{what}: «{title}».", "{reason}"), "Abrir el proyecto"),
        "pt": Words("{title}: {what}", ("Olá, {name},", "{what}: “{title}”.", "{reason}"), "Abrir o projeto"),
    },
    PROJECTS,
)
WHAT: Mapping[ProjectVerb, Mapping[str, str]] = {
    ProjectVerb.submit: {
        "en": "A project waits for a review",
        "de": "Ein Projekt wartet auf die Durchsicht",
        "es": "Un proyecto espera revisión",
        "pt": "Um projeto aguarda revisão",
    },
    ProjectVerb.request_changes: {
        "en": "A reviewer asks for changes",
        "de": "Die Durchsicht bittet um Änderungen",
        "es": "La revisión pide cambios",
        "pt": "A revisão pede mudanças",
    },
    ProjectVerb.approve: {
        "en": "A reviewer approved the project",
        "de": "Die Durchsicht hat das Projekt gutgeheißen",
        "es": "La revisión aprobó el proyecto",
        "pt": "A revisão aprovou o projeto",
    },
    ProjectVerb.flag: {
        "en": "Please look whether this project is still right",
        "de": "Bitte sehen Sie nach, ob dieses Projekt noch stimmt",
        "es": "Mire si este proyecto sigue siendo correcto",
        "pt": "Veja se este projeto ainda está correto",
    },
    ProjectVerb.archive: {
        "en": "The project was archived",
        "de": "Das Projekt wurde archiviert",
        "es": "El proyecto se archivó",
        "pt": "O projeto foi arquivado",
    },
}
"""What each step is called in a letter, for those of which letters are written."""
