"""A line of Discord's gateway on which nothing is ever heard: all is asked of Discord."""


class DeafLine:
    def hears(self, _channel: str, _guild: str) -> bool:
        return False

    def parent(self, _channel: str) -> str | None:
        return None

    def shard(self, _guild: str) -> int:
        return 0
