"""The connections to the gateway together: which channels are heard now."""

from dataclasses import dataclass, field

from adapters.discord import ids
from adapters.discord.client import Client
from adapters.discord.shard import ShardConnection


@dataclass
class Lines:
    """One connection for each shard that this process serves."""

    client: Client
    count: int = 1  # shards over all processes
    each: list[ShardConnection] = field(default_factory=list)

    def hears(self, channel: str, guild: str) -> bool:
        """Returns whether every message of a channel arrives now, and may be read again."""
        shard = self.shard(guild)
        is_up = any(one.shard == shard and one.is_up for one in self.each)
        return is_up and self.client.may_read(channel)

    def parent(self, channel: str) -> str | None:
        """Gives the channel of a thread."""
        return self.client.parent_of(channel)

    def shard(self, guild: str) -> int:
        """Gives the shard that hears a server; of direct messages if the id is empty."""
        return ids.shard(ids.space(guild or None, "0"), self.count)
