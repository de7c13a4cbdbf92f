"""Scores attributions against PolNeAR: spans of source, cue and content, and sentences with their speakers.

    python -m benchmarks.quality.polnear [FOLDER] [--split train|dev|test] [--system rules|model|both|all] [--json]

FOLDER holds `corpora/polnear`; default: the folder `shared` beside the project. `rules` are the credits of
counterclaim.claims.attribution, `model` the reader's head "attribution", `both` what claims get of the two. See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.polnear_corpus import Article, read_articles
from benchmarks.quality.polnear_credits import credits_by_tags, credits_by_voices
from benchmarks.quality.polnear_scores import score_credits, score_spans
from benchmarks.quality.reading import Reader, load_reader
from counterclaim.annotate.relevance import mark_relevant
from counterclaim.core.stages import Stage, compose
from counterclaim.run.pipeline import ANNOTATING, BEFORE_CLAIMS

CORPUS = "corpora/polnear"


def measure_voices(articles: list[Article], stages: Sequence[Stage]) -> dict[str, dict[str, Any]]:
    read = compose(stages)
    return score_credits(articles, [credits_by_voices(article, read) for article in articles])


def _of_any_news(stages: Sequence[Stage]) -> list[Stage]:
    """The stages without the one that leaves out what is not about a conflict, as most of this corpus is."""
    return [stage for stage in stages if stage is not mark_relevant]


def measure_model(articles: list[Article], reader: Reader) -> dict[str, dict[str, Any]]:
    read = reader.tag([article.text for article in articles], ["attribution"])
    tags = [marked["attribution"] for marked in read]
    credited = [credits_by_tags(article.text, tagged) for article, tagged in zip(articles, tags, strict=True)]
    return score_spans(articles, tags) | score_credits(articles, credited)


def main() -> int:
    parser = parser_of(__doc__, ("train", "dev", "test"))
    parser.add_argument("--system", choices=("rules", "model", "both", "all"), default="all")
    options = parser.parse_args()
    if skipped(options, CORPUS):
        return 0

    def measure(folder: Path, split: str) -> dict[str, dict[str, Any]]:
        articles = read_articles(folder / CORPUS, split)
        rows: dict[str, dict[str, Any]] = {}
        if options.system in ("rules", "all"):
            rows |= {
                f"rules {name}": row
                for name, row in measure_voices(articles, _of_any_news(ANNOTATING)).items()
            }
        if options.system in ("both", "all"):
            rows |= {
                f"both {name}": row
                for name, row in measure_voices(articles, _of_any_news(BEFORE_CLAIMS)).items()
            }
        if options.system in ("model", "all"):
            rows |= {f"model {name}": row for name, row in measure_model(articles, load_reader()).items()}
        return rows

    return judge("polnear", options, measure, whole=options.system == "all")


if __name__ == "__main__":
    sys.exit(main())
