"""What differs between languages, as data: one folder a language, the same files in each.

No code outside this package compares a language code; it asks what the language's data
says. Adding a language is adding a folder (see ``docs/how-to/add-a-language.md``).
"""

from hexapla.lang.language import USUAL, Language, codes, known, load

__all__ = ["USUAL", "Language", "codes", "known", "load"]
