"""Work shared out among processes of this machine; the results come as if it had been done in turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from counterclaim.core.errors import DataError, WorkerError
from counterclaim.incidents.across import Spread, in_turn

Task = TypeVar("Task")
Result = TypeVar("Result")
_AHEAD = 2  # tasks for each worker that are made before their turn, so that none waits and few are held


@contextmanager
def workers(number: int) -> Iterator[Spread]:
    """What spreads work over so many processes while the context is open; with one, all is done in this process.

    Work and tasks are pickled. The processes are started anew ("spawn"): a script that uses them keeps what it does
    behind `if __name__ == "__main__":`.

    Raises:
        DataError: the number is none of processes.
    """
    if number < 1:
        raise DataError(f"{number} workers cannot do anything; give 1 or more")
    if number == 1:
        yield in_turn
        return
    with ProcessPoolExecutor(number, mp_context=get_context("spawn")) as pool:

        def spread(work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
            return _in_order(pool, work, tasks, _AHEAD * number)

        yield spread


def _in_order(
    pool: ProcessPoolExecutor, work: Callable[[Task], Result], tasks: Iterable[Task], ahead: int
) -> Iterator[Result]:
    """The results in the order of the tasks, of which no more than `ahead` are under way.

    Raises:
        WorkerError: a process was ended from outside.
    """
    under_way: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            under_way.append(pool.submit(work, task))
            if len(under_way) > ahead:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerError(
            "a worker process was ended before its work was done, perhaps for want of memory; try with fewer workers"
        ) from error
