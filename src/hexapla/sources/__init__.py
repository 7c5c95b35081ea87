"""The outside world in: file, page, address, story file → Witness. The only network, the only HTML."""

from hexapla.sources.loading import load
from hexapla.sources.model import Loaded, Options

__all__ = ["Loaded", "Options", "load"]
