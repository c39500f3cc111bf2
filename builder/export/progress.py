"""How far the work has come: one screen of plain words, and JSON for other programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from textwrap import fill
from typing import Any

from builder.gates import Passage, Progress, lacking, shared

__all__ = ["progress_json", "progress_text"]

LAID: Mapping[str, Any] = {"width": 100, "subsequent_indent": " " * 20, "break_on_hyphens": False}


def progress_text(found: Sequence[Progress]) -> str:
    """A block an agreement with its own gates, and last the gates that are the same for all."""
    if not found:
        return "Inga överenskommelser.\n"
    same = shared(found)
    lines = [line for progress in found for line in (*_block(progress, same), "")]
    lines += ["Alla avtal", *map(_gate, same), ""] if same else []
    return "\n".join(lines)


def _block(progress: Progress, same: Sequence[Passage]) -> Iterator[str]:
    saved = f"{progress.version}, {progress.status}, {progress.date}" if progress.version else "ingen version är sparad"
    yield f"{progress.title} ({progress.agreement})"
    yield f"  Senaste version   {saved}"
    questions = "1 öppen fråga" if progress.questions == 1 else f"{progress.questions} öppna frågor"
    assumptions = "1 antagande" if progress.assumptions == 1 else f"{progress.assumptions} antaganden"
    left = f"{progress.errors} fel, {questions}, {assumptions}"
    yield f"  Återstår          {left}"
    number = progress.to_review
    again = f"{number} hänvisning{'ar' * (number > 1)}" if number else "inget"
    yield f"  Att läsa om       {again}"
    yield f"  Beslut            {progress.decided} av {progress.parties} parter"
    yield from (_gate(passage) for passage in progress.gates if passage not in same)
    yield from (f"  {day}        {words}" for day, words in progress.next_days)


def _gate(passage: Passage) -> str:
    """What is missing, and who answers for it: of the gate, and of a demand where that is another."""
    gate = passage.gate
    missing = ", ".join(f"{words} ({owner})" if owner else words for words, owner in lacking(passage))
    end = "" if missing.endswith("?") else "."
    owner = f"{end} Ansvarar: {gate.owner}" if gate.owner else ""
    return fill(f"  {gate.name + ' ':<18}{'klar' if passage.open else f'saknas: {missing}{owner}'}", **LAID)


def progress_json(found: Sequence[Progress]) -> str:
    """The same for programs; of a gate what is missing and who owns it."""
    return json.dumps([_data(progress) for progress in found], ensure_ascii=False, indent=1) + "\n"


def _data(progress: Progress) -> Mapping[str, object]:
    gates = [
        {"id": passage.gate.id, "name": passage.gate.name, "owner": passage.gate.owner, "open": passage.open,
         "missing": [{"demand": d.words, "missing": said, "owner": d.owner or passage.gate.owner}
                     for d, said in passage.demands if said]}
        for passage in progress.gates
    ]  # fmt: skip
    plain = {name: value for name, value in asdict(progress).items() if name != "gates"}
    return {**plain, "gates": gates}
