"""The model of the live runs in a process of its own: `python -m live.serving FILE`.

It is served as `adapters/local` serves a person's own, on one thread, so that what is measured
beside it is the program's. It prints its address and key, and ends when its standard input does.
"""

import sys
from pathlib import Path

from adapters.local.serving import serve

CONTEXT = 8192

if __name__ == "__main__":
    served = serve(Path(sys.argv[1]), threads=1, context=CONTEXT)
    print(served.url, served.key, flush=True)
    sys.stdin.read()
