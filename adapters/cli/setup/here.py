"""A model inside this program: which fits this machine, its download, and how it runs best."""

import asyncio
from functools import partial
from pathlib import Path

from adapters.cli.setup.asking import Option
from adapters.cli.setup.desk import Desk
from adapters.local import download, offers, serving, threads
from adapters.local.offers import Offer
from bot.errors import ModelUnreachable, SettingsFault

FOLDER = "models"  # in the data folder
REPLY_TOKENS = 80  # of sixty words
STEP = 5  # per cent between two lines of progress


def options(desk: Desk) -> list[Option]:
    """Gives the models that this machine can run by itself, and a file somebody has."""
    fitting = offers.fitting(offers.memory_here())
    return [
        *(Option(_labelled(desk, one), partial(_offered, desk, one)) for one in fitting),
        Option(desk.said.a_file, partial(_typed, desk)),
    ]


async def choose(desk: Desk) -> None:
    """Asks for a model to run here until one runs, or none is wanted (`attune local`)."""
    is_settled = False
    if not offers.fitting(offers.memory_here()):
        desk.ask.tell(desk.said.too_little_memory)
    while not is_settled:
        choices = [*options(desk), Option(desk.said.back, _settled)]
        is_settled = await choices[await desk.choose(*(one.label for one in choices))].does()


async def _settled() -> bool:
    return True


def _labelled(desk: Desk, offer: Offer) -> str:
    return desk.said.offered.format(model=offer.name, size=f"{offer.size / offers.GB:.1f}")


async def _offered(desk: Desk, offer: Offer) -> bool:
    """Says what would be downloaded, and does it after a yes; True once it runs."""
    folder = desk.given.settings().data_folder / FOLDER
    if not _is_installed(desk):
        return False
    if not (folder / offer.file).is_file() and not await _is_wanted(desk, offer, folder):
        return False
    try:
        file = await download.fetched(offer, folder, _Told(desk))
    except download.DownloadError as failure:
        desk.ask.tell(f"{failure} {desk.said.the_rest}")
        return False
    return await _runs(desk, file)


def _is_installed(desk: Desk) -> bool:
    if not serving.is_installed():
        desk.ask.tell(desk.said.not_installed)
    return serving.is_installed()


async def _is_wanted(desk: Desk, offer: Offer, folder: Path) -> bool:
    host = offer.address.split("/")[2]
    about = {"model": offer.name, "licence": offer.licence, "sha256": offer.sha256}
    size = f"{offer.size / offers.GB:.1f}"
    desk.ask.tell(desk.said.about_download.format(size=size, host=host, folder=folder, **about))
    return await desk.choose(desk.said.download, desk.said.back) == 0


async def _typed(desk: Desk) -> bool:
    """Asks for a file that is here already; False where there is none or it does not run."""
    if not (path := await desk.ask.line(desk.said.file_path)):
        return False
    return await _runs(desk, _at(path))


def _at(path: str) -> Path:
    return Path(path).expanduser().absolute()


async def _runs(desk: Desk, file: Path) -> bool:
    """Keeps a file if it runs here, with as many threads as were fastest; True then."""
    try:
        serving.checked(file)
        desk.ask.tell(desk.said.measuring)
        speeds = await asyncio.to_thread(threads.measured, file, threads.cores())
    except (SettingsFault, ModelUnreachable) as fault:
        desk.ask.tell(str(fault))
        return False
    best = max(speeds, key=lambda count: speeds[count])
    seconds = max(1, round(REPLY_TOKENS / speeds[best]))
    desk.ask.tell(desk.said.measured.format(threads=best, seconds=seconds))
    return await _kept(desk, file, best)


async def _kept(desk: Desk, file: Path, best: int) -> bool:
    values = {"model_file": str(file)}
    settings = desk.settings(**values)
    if settings is None:
        return False
    threads.keep(settings.data_folder, file, best)
    if is_well := await desk.answers(settings):
        desk.keep(**values)
    return is_well


class _Told:
    """Tells how much of a download is here, a line each time five per cent more came."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._next = desk, 0

    def __call__(self, here: int, whole: int) -> None:
        share = 100 * here // whole
        if share >= self._next:
            self._next = share - share % STEP + STEP
            size = f"{here / offers.GB:.1f} / {whole / offers.GB:.1f}"
            self._desk.ask.tell(self._desk.said.progress.format(share=share, size=size))
