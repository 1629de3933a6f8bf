"""The sentences about weights that are not set as they were meant."""

from citypeers.core.messages import Values

VALUES: Values = {
    "weights_sum": {
        "en": "The six weights make a hundred together.",
        "de": "Die sechs Gewichte ergeben zusammen hundert.",
        "es": "Los seis pesos suman cien.",
        "pt": "Os seis pesos somam cem.",
    },
}
