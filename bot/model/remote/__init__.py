"""A model behind an OpenAI-compatible endpoint."""

from bot.model.remote.endpoint import Endpoint
from bot.model.remote.model import RemoteModel

__all__ = ["Endpoint", "RemoteModel"]
