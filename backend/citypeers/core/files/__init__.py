from citypeers.core.files import messages
from citypeers.core.messages import say

say(messages.PROBLEMS, messages.VALUES)
