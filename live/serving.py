"""The model of the live runs behind an OpenAI-compatible address: `python -m live.serving PORT`.

Runs in `.venv/live` only: llama.cpp in its own process, one thread, so that what is measured
beside it is the program's. Ends when its standard input does.
"""

import sys
from pathlib import Path

import xllamacpp

from live.model import NAME

CONTEXT = 8192


def served(file: Path, port: int) -> xllamacpp.Server:
    """Loads the model and answers at that port of this machine."""
    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(file)
    wanted.model_alias = {NAME}
    wanted.hostnames, wanted.port = ["127.0.0.1"], port
    wanted.n_ctx, wanted.n_parallel, wanted.n_predict = CONTEXT, 1, 800
    wanted.cpuparams.n_threads, wanted.cpuparams_batch.n_threads = 1, 2
    return xllamacpp.Server(wanted)


if __name__ == "__main__":
    server = served(Path(sys.argv[1]), int(sys.argv[2]))
    print(server.listening_address, flush=True)
    sys.stdin.read()
