"""Every error that the package raises on purpose.

KgError                     base: message is one line that says what to do
├── InputError              an input (file, folder, address) cannot be used at all
│   └── NothingReadError    inputs are there, but not one article could be read from them
├── ModelError              the spaCy pipeline is missing or lacks a component
├── LlmError                a language model's endpoint cannot be used, or its extra is not installed
├── VocabularyError         the ontology cannot be read, or contradicts itself
├── StoreError              the store is locked, damaged, full or refused the data
├── QueryError              a query is unknown, malformed or not allowed
└── FormatError             an output format is unknown, or a record is not in our format
"""


class KgError(Exception):
    """Base of all errors that a user's input or set-up can cause; the message is one clear line."""


class InputError(KgError):
    """An input cannot be used at all: it does not exist, or no reader is made for it."""


class NothingReadError(InputError):
    """Inputs are there, but not one article could be read from them."""


class ModelError(KgError):
    """The spaCy pipeline asked for is missing, or lacks the tagger, the parser or the entity recogniser."""


class LlmError(KgError):
    """The endpoint of a language model cannot be used (address, key, model), or the extra ``llm`` is not installed."""


class VocabularyError(KgError):
    """The ontology cannot be read, or one of its terms lacks what the program needs of it."""


class StoreError(KgError):
    """The store cannot be opened, is held by another process, or refused what was to be written."""


class QueryError(KgError):
    """A query has no such name, is malformed, or asks for what a query may not do."""


class FormatError(KgError):
    """A record is not in the format that was promised, or an output format has no such name."""
