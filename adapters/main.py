"""The door of the command line: `attune` in every installed environment enters here."""

from adapters.cli.main import run as run

if __name__ == "__main__":
    run()
