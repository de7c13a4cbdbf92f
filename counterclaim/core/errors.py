"""The error tree: what went wrong in use or in code. Odd data is an `Issue`, not an error."""


class CounterclaimError(Exception):
    """Base of every error raised on purpose; its message names the thing, the place and the next step."""


class DataError(CounterclaimError):
    """A value that cannot be read as what it should be."""


class PipelineError(CounterclaimError):
    """Stages composed in an order in which they cannot work."""


class StoreError(CounterclaimError):
    """The store cannot be opened, read or written."""


class BusyError(StoreError):
    """Another program writes to the store; a moment later it can be had."""


class QueryError(StoreError):
    """A query that is refused or fails; nothing was changed."""


class NotFoundError(StoreError):
    """Nothing in the store has this name or code."""


class ModelError(CounterclaimError):
    """A weight file is missing or is not the one that ships."""


class WorkerError(CounterclaimError):
    """A process that did part of the work was ended before it was done."""
