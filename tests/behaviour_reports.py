"""What admins read of a report and how they close it, on every platform: beside tests.behaviour."""

from bot.strings import ENGLISH
from tests.behaviour import answered, says, words
from tests.driver import Driver

WRITTEN = "The lease ends in May."


async def test_an_admin_reads_what_was_said_in_a_reported_reply_and_closes_it(d: Driver) -> None:
    says(d, WRITTEN)
    reply = await answered(d, "when does it end", room="lobby")
    await d.command(f"report {reply.id}", by="eve", room="lobby")
    seen = await d.command("admin reports", by="admin", room="lobby")
    listed = words(seen)
    assert ENGLISH.admins.report["text"].format(text=WRITTEN) in listed
    assert "eve" not in listed
    done = await d.choose("1: handled", seen[-1].id, by="admin", room="lobby")
    assert "open → handled" in words(done)
    assert ENGLISH.admins.report["none"] in words(
        await d.command("admin reports", by="admin", room="lobby")
    )
    audit = words(await d.command("admin audit", by="admin", room="lobby"))
    assert ENGLISH.admins.audit["report_handled"].removeprefix("{day}: ") in audit
