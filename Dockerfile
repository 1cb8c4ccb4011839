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
HEALTHCHECK --interval=60s --timeout=30s --start-period=20s CMD ["attune", "doctor"]
ENTRYPOINT ["attune"]
CMD ["serve"]
