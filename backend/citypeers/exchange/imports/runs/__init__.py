from citypeers.core.deeds import recorded
from citypeers.core.messages import say
from citypeers.exchange.imports.runs import messages
from citypeers.exchange.imports.runs.states import OF_OWNERS

say(messages.PROBLEMS, messages.VALUES)
recorded("import", "import.uploaded", *(f"import.{verb.value}" for verb in OF_OWNERS))
