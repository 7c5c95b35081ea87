"""A command timed from outside, start-up included: `python -m bench.cold RUNS COMMAND…`, one JSON object.

A process of its own and small on purpose: Linux counts the memory of the parent that
forked towards the child's peak.
"""

from __future__ import annotations

import json
import os
import sys
import time


def once(command: list[str]) -> tuple[float, float, float, int]:
    """Wall seconds, processor seconds (user and system), peak resident megabytes, exit code."""
    start = time.perf_counter()
    child = os.fork()
    if not child:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main() -> None:
    runs = [once(sys.argv[2:]) for _ in range(int(sys.argv[1]))]
    wall, processor, peak, codes = zip(*runs, strict=True)
    print(json.dumps({"wall": wall, "cpu": processor, "peak": max(peak), "codes": codes}))


if __name__ == "__main__":
    main()
