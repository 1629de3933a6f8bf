"""The sentences that give reasons, in the platform's languages."""

REASONS: dict[str, dict[str, str]] = {
    "topics": {
        "en": "It works on what you named: {topics}.",
        "de": "Es arbeitet an Ihren Themen: {topics}.",
        "es": "Trabaja en los temas que ha indicado: {topics}.",
        "pt": "Trabalha nos temas que você indicou: {topics}.",
    },
    "members_in_country": {
        "en": "Members named in your country: {number} ({names}).",
        "de": "Genannte Mitglieder in Ihrem Land: {number} ({names}).",
        "es": "Miembros citados en su país: {number} ({names}).",
        "pt": "Membros citados em seu país: {number} ({names}).",
    },
    "reach": {
        "en": "Its stated reach includes your country.",
        "de": "Die angegebene Reichweite schließt Ihr Land ein.",
        "es": "Su alcance declarado incluye su país.",
        "pt": "O alcance declarado inclui seu país.",
    },
    "similar_size": {
        "en": "Named municipalities of similar size: {number} ({names}).",
        "de": "Genannte Kommunen ähnlicher Größe: {number} ({names}).",
        "es": "Municipios citados de tamaño similar: {number} ({names}).",
        "pt": "Municípios citados de tamanho semelhante: {number} ({names}).",
    },
    "no_fee": {
        "en": "Its stated funding names no membership fee.",
        "de": "Zur Finanzierung ist kein Mitgliedsbeitrag genannt.",
        "es": "La financiación declarada no menciona cuota de miembro.",
        "pt": "O financiamento declarado não menciona taxa de associação.",
    },
}
