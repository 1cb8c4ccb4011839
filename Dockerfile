# Two stages: what is needed to build stays behind. Runs as nobody in particular, on one volume.
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY adapters adapters
RUN python -m venv /attune \
    && /attune/bin/python -m pip install --no-cache-dir -c constraints.txt .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /data attune \
    && install --directory --owner attune --group attune --mode 0700 /data
COPY --from=build /attune /attune
USER attune
WORKDIR /data
ENV PATH=/attune/bin:$PATH ATTUNE_DATA_FOLDER=/data PYTHONUNBUFFERED=1
VOLUME /data
# doctor asks every model for a few words: seldom, and given longer than a first word may take.
HEALTHCHECK --interval=10m --timeout=90s --start-period=90s CMD ["attune", "doctor"]
ENTRYPOINT ["attune"]
# What works without a chat platform; run it with -it. `attune serve` serves Matrix where it is set.
CMD ["chat"]
