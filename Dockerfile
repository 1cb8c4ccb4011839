# Two stages: what is needed to build stays behind. Runs as nobody in particular, on one volume.
# The base is the index of 3.12.14-slim for all machines, by digest: a tag can be moved.
ARG BASE=python:3.12.14-slim@sha256:e5c9fa26ffb76e11e0f054f30dc2523a2f9693f0c36c0cf1e39b27e152d899fc
FROM ${BASE} AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY adapters adapters
RUN python -m venv /attune \
    && /attune/bin/python -m pip install --no-cache-dir --require-hashes -r constraints.txt \
    && /attune/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .

FROM ${BASE}
RUN useradd --system --uid 10001 --home-dir /data attune \
    && install --directory --owner attune --group attune --mode 0700 /data
COPY --from=build /attune /attune
USER attune
WORKDIR /data
ENV PATH=/attune/bin:$PATH ATTUNE_DATA_FOLDER=/data PYTHONUNBUFFERED=1
VOLUME /data
# It asks the process that serves, which says every few seconds that it lives and what fails.
HEALTHCHECK --interval=1m --timeout=20s --start-period=90s CMD ["attune", "health"]
ENTRYPOINT ["attune"]
# What works without a chat platform; run it with -it. `attune serve` serves the platforms that are set.
CMD ["chat"]
