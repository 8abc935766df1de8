"""The door: options in, tables out, in German. It decides nothing about how is measured."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
import msgspec

from benchmarks import wording
from benchmarks.faults import Fault
from benchmarks.figures import Figure, figures
from benchmarks.peers import FOLDER, OURS, Peer, all_peers
from benchmarks.rounds import Plan, Run, compare
from benchmarks.table import table
from benchmarks.tools import Tools, compile_ours

SIZES: Final = (100, 1_000)
FOLDER_OF_ALL: Final = FOLDER.parent / ".sitegen-bench"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What `--json` writes."""

    surroundings: str
    runs: list[Run]
    figures: list[Figure]


@click.command(help=wording.HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--posts", type=click.IntRange(min=3), multiple=True, default=SIZES, help=wording.POSTS_OPTION)
@click.option("--rounds", type=click.IntRange(min=1), default=5, help=wording.ROUNDS_OPTION)
@click.option("--warmup", type=click.IntRange(min=0), default=1, help=wording.WARMUP_OPTION)
@click.option("--peers", "names", help=wording.PEERS_OPTION.format(peers=", ".join(all_peers())))
@click.option("--patience", type=click.FloatRange(min=0), default=3.0, help=wording.PATIENCE_OPTION)
@click.option("--json", "report_to", type=click.Path(path_type=Path, dir_okay=False), help=wording.JSON_OPTION)
@click.option("--folder", type=click.Path(path_type=Path), default=FOLDER_OF_ALL, help=wording.FOLDER_OPTION)
def main(
    *,
    posts: tuple[int, ...],
    rounds: int,
    warmup: int,
    names: str | None,
    patience: float,
    report_to: Path | None,
    folder: Path,
) -> None:
    """Compare, and print a table for each size; exit code 1 without one if something was wrong."""
    try:
        peers = _chosen(names)
        tools = _prepared(peers, folder.resolve())
        runs: list[Run] = []
        for size in posts:
            plan = Plan(posts=size, rounds=rounds, warmup=warmup, patience=patience)
            runs += _one_size(peers, plan, tools=tools, work=folder.resolve() / "sites")
        surroundings = _surroundings(peers, tools)
    except Fault as fault:
        click.echo(str(fault), err=True)
        sys.exit(1)
    click.echo(surroundings)
    if report_to:
        report = Report(surroundings=surroundings, runs=runs, figures=figures(runs))
        report_to.write_bytes(msgspec.json.format(msgspec.json.encode(report)))


def _chosen(names: str | None) -> list[Peer]:
    """The peers of that name, in our order; all without names."""
    known = all_peers()
    wanted = names.split(",") if names else list(known)
    for name in wanted:
        if name not in known:
            raise Fault(wording.UNKNOWN_PEER.format(name=name, known=", ".join(known)))
    return [peer for name, peer in known.items() if name in wanted]


def _prepared(peers: Sequence[Peer], folder: Path) -> Tools:
    """Everything that is needed before the first round."""
    if not hasattr(os, "wait4"):
        raise Fault(wording.NOT_HERE)
    tools = Tools(folder / "tools")
    if any(peer.name != OURS for peer in peers) and not tools.installed:
        click.echo(wording.INSTALLING, err=True)
        tools.install()
    compile_ours()
    return tools


def _one_size(peers: Sequence[Peer], plan: Plan, *, tools: Tools, work: Path) -> list[Run]:
    """All runs of one size; its table is printed as soon as it is there."""
    runs: list[Run] = []
    for run in compare(peers, plan, tools=tools, work=work):
        if runs and run.round != runs[-1].round:
            click.echo(wording.ROUND_DONE.format(posts=plan.posts, round=runs[-1].round, rounds=plan.rounds), err=True)
        runs.append(run)
    click.echo(table(figures(runs), rounds=plan.rounds) + "\n")
    return runs


def _surroundings(peers: Sequence[Peer], tools: Tools) -> str:
    """What was compared, and where."""
    return wording.VERSIONS.format(
        versions=", ".join(_version(peer, tools) for peer in peers),
        machine=platform.platform(terse=True),
        cores=os.cpu_count(),
        python=platform.python_version(),
    )


def _version(peer: Peer, tools: Tools) -> str:
    said = subprocess.run(tools.command(peer.version), capture_output=True, text=True, check=False).stdout
    numbers = [word for word in said.replace("-", " ").split() if word.lstrip("v")[:1].isdigit()]
    return f"{peer.name} {numbers[0].lstrip('v') if numbers else ''}".strip()
